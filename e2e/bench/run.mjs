// One run: the embedded server under one policy, one measured client, a link between them.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Child, jsonLine } from './children.mjs'
import { DISTURBANCES } from './disturbances.mjs'
import { POLICIES } from './policies.mjs'
import { watchCpu } from './procfs.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const OBSERVE = fileURLToPath(new URL('../observe.mjs', import.meta.url))
/** The first join loads classes; so much of it is enough. */
const WARM_CHUNKS = 81
const WARM_SECONDS = 30
const START_MILLIS = 60_000
/** As often as the client asks for the round-trip time. */
const PING_MILLIS = 100
const CONNECTING = /connect to \S+:(\d+)$/

/** Longer than any run takes beyond the seconds that it measures. */
export const OVERHEAD_SECONDS = 150

/**
 * @param {object} plan `policy`, `bitsPerSecond`, `bufferBytes`, `seconds`, `world`, `congestion`, `disturbance`
 * @param {object} link from links.mjs, used for this run only; the caller closes it
 * @param {string} folder for files
 * @returns what the client and the server reported, and what was seen of the machine
 */
export async function measure (plan, link, folder) {
  const files = { server: join(folder, 'server.json'), client: join(folder, 'client.json') }
  for (const file of Object.values(files)) rmSync(file, { force: true })
  const server = new Child('the server', [...link.prefix('server'), ...serverCommand(plan, link.serverHost, files.server, folder)], true)
  const children = [server]
  try {
    const port = await server.line((line) => CONNECTING.exec(line)?.[1], START_MILLIS)
    const warm = observer(link, { host: link.serverHost, port }, 'Warm', ['--until-chunks', `${WARM_CHUNKS}`, '--seconds', `${WARM_SECONDS}`])
    children.push(warm)
    await warm.end((WARM_SECONDS + 10) * 1000)
    const way = await link.open(port)
    const cpu = watchCpu(server.pid)
    const client = observer(link, way, 'Measured', ['--seconds', `${plan.seconds}`, '--ping-every', `${PING_MILLIS}`,
      '--out', files.client, '--follow'])
    children.push(client)
    await client.line((line) => jsonLine(line)?.event === 'joined' || undefined, START_MILLIS)
    const joinedNanos = String(process.hrtime.bigint())
    const disturbance = disturb(plan, link)
    await client.end((plan.seconds + 20) * 1000)
    const event = await disturbance
    const flowBytes = await link.flowBytes()
    const facts = { ...cpu(), ...link.facts(), flowBytes }
    await server.stop()
    return { ...plan, link: link.kind, joinedNanos, event, ...facts, client: json(files.client), server: json(files.server) }
  } finally {
    for (const child of children.toReversed()) await child.stop()
  }
}

function serverCommand (plan, host, reportFile, folder) {
  const command = [join(ROOT, 'run'), '--no-build', '--host', host, '--port', '0', '--bots', '0', '--stamps',
    '--json', reportFile, '--world', plan.world, '--seconds', `${plan.seconds + OVERHEAD_SECONDS}`]
  if (plan.congestion) command.push('--congestion', plan.congestion)
  return [...command, ...POLICIES[plan.policy].args({ ...plan, folder })]
}

function observer (link, { host, port }, name, args) {
  return new Child(name, [...link.prefix('client'), process.execPath, OBSERVE, '--host', host, '--port', `${port}`, '--name', name, ...args])
}

/** What happened and when, by the clock that the client and the server read as well; null if nothing was to happen. */
async function disturb (plan, link) {
  const { what, atSeconds, rateFactor = 1, lasting = 0, act } = DISTURBANCES[plan.disturbance]
  if (!act || atSeconds >= plan.seconds) return null
  await new Promise((resolve) => setTimeout(resolve, atSeconds * 1000))
  const atNanos = process.hrtime.bigint()
  const detail = await act(link, plan)
  return { what, atNanos: String(atNanos), lasting, rateFactor, ...(typeof detail === 'string' ? { congestion: detail } : {}) }
}

function json (file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
