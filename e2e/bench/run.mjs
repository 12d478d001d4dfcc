// One run: the embedded server under one policy, one measured client, a link between them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { POLICIES } from './policies.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const OBSERVE = fileURLToPath(new URL('../observe.mjs', import.meta.url))
const PORT = 25599
const CHUNKS = 441
const PING_MILLIS = 100
const SERVER_START_MILLIS = 60_000
const END_MILLIS = 20_000

/**
 * @param {object} plan `policy`, `bitsPerSecond`, `seconds`, `world`, `folder` for its files
 * @param {object} link `prefix(end)`, `serverHost`
 * @param {(seconds: number) => void} [onSecond] told how long the measured client has been there
 */
export async function measure (plan, link, onSecond = () => {}) {
  const serverJson = join(plan.folder, 'server.json')
  const clientJson = join(plan.folder, 'client.json')
  rmSync(clientJson, { force: true })
  const server = start([...link.prefix('server'), join(ROOT, 'run'), '--no-build', '--host', link.serverHost,
    '--port', `${PORT}`, '--bots', '0', '--stamps', '--json', serverJson, '--world', plan.world,
    '--seconds', `${plan.seconds + 120}`, ...POLICIES[plan.policy].args(plan)])
  try {
    await listening(server)
    // The first join loads classes for seconds; it is made over the fast link and thrown away.
    await client(link, 'Warm', ['--until-chunks', `${CHUNKS}`, '--seconds', '30'])
    link.begin()
    const cpuBefore = cpuSeconds(server.pid)
    const stealBefore = stealSeconds()
    let second = 0
    const clock = setInterval(() => onSecond(++second), 1000)
    try {
      await client(link, 'Measured', ['--seconds', `${plan.seconds}`, '--ping-every', `${PING_MILLIS}`, '--out', clientJson])
    } finally {
      clearInterval(clock)
    }
    const cpu = cpuSeconds(server.pid) - cpuBefore
    const steal = stealSeconds() - stealBefore
    link.end()
    await stop(server)
    return { ...plan, cpuSeconds: cpu, stealSeconds: steal, client: json(clientJson), server: json(serverJson) }
  } finally {
    link.end()
    await stop(server)
  }
}

function start (command) {
  return spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function listening (server) {
  let text = ''
  const seen = new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      text += data
      if (text.includes('connect to')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${text}`)))
    setTimeout(() => reject(new Error(`the server did not listen within a minute:\n${text}`)), SERVER_START_MILLIS).unref()
  })
  await seen
  server.stdout.resume()
}

async function client (link, name, args) {
  const process_ = spawn(link.prefix('client')[0], [...link.prefix('client').slice(1), process.execPath, OBSERVE,
    '--host', link.clientHost ?? link.serverHost, '--port', `${link.clientPort ?? PORT}`, '--name', name, ...args],
  { stdio: ['ignore', 'ignore', 'inherit'] })
  await once(process_, 'exit')
}

async function stop (server) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const killer = setTimeout(() => server.kill('SIGKILL'), END_MILLIS)
  await ended
  clearTimeout(killer)
}

function json (file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Processor time of a process in seconds; its threads included. */
function cpuSeconds (pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Time in which this machine's processors served others. */
function stealSeconds () {
  return Number(readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/)[8]) / 100
}
