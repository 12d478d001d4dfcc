import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Child, jsonLine } from '../bench/children.mjs'
import { Namespaces, namespacesAllowed } from '../bench/namespaces.mjs'

const MILLIS = 20_000
const FLOW = fileURLToPath(new URL('../bench/flow.mjs', import.meta.url))
const NAMESPACES = new URL('../bench/namespaces.mjs', import.meta.url).href
const skip = namespacesAllowed() ? false : 'namespaces need root'

function script (name, code) {
  return new Child(name, [process.execPath, '-e', code])
}

test('child_lineThatMatches_isHandedOver', async () => {
  const child = script('it', "console.log('first'); console.log('{\"listening\":5}'); process.stdin.resume()")
  assert.deepEqual(await child.line(jsonLine, MILLIS), { listening: 5 })
  await child.stop()
  assert.ok(child.ended)
})

test('child_endsFirst_failsWithItsLastLines', async () => {
  const child = script('the thing', "console.log('no room'); process.exitCode = 3")
  await assert.rejects(child.line(jsonLine, MILLIS), /the thing ended with 3\n {2}no room/)
})

test('child_commandThatDoesNotExist_failsAndIsEnded', async () => {
  const child = new Child('nothing', ['/no/such/command'])
  await assert.rejects(child.line(jsonLine, MILLIS), /nothing .*ENOENT/)
  await child.stop()
})

test('child_ignoresItsEnd_isKilled', async () => {
  const child = script('stubborn', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('{}')")
  await child.line(jsonLine, MILLIS)
  await child.end(1)
  assert.ok(child.ended)
})

test('flow_overLoopback_arrivesAndIsCounted', async () => {
  const sink = new Child('sink', [process.execPath, FLOW, '--listen', '127.0.0.1:0'])
  const { listening } = await sink.line(jsonLine, MILLIS)
  const sender = new Child('sender', [process.execPath, FLOW, '--to', `127.0.0.1:${listening}`])
  const got = sink.line((line) => jsonLine(line)?.received > 1e6 || undefined, MILLIS)
  const ask = setInterval(() => sink.say('report'), 10)
  await got
  clearInterval(ask)
  await sender.stop()
  await sink.stop()
})

test('namespaces_closed_areGone', { skip }, async () => {
  const namespaces = new Namespaces(`t${process.pid % 10_000}`, 60)
  try {
    assert.equal(mine('t').length, 3)
    namespaces.shape(1e6, 125_000)
    namespaces.stall(125_000)
    namespaces.shape(2e6, 125_000)
    assert.equal(namespaces.hop.droppedPackets, 0)
  } finally {
    await namespaces.close()
  }
  assert.deepEqual(mine('t'), [])
})

test('namespaces_ownerKilled_areGoneWithWhatRunsInThem', { skip }, async () => {
  const owner = spawn(process.execPath, ['--input-type=module', '-e', `
    import { spawn } from 'node:child_process'
    import { Namespaces } from '${NAMESPACES}'
    const namespaces = new Namespaces('k${process.pid % 10_000}', 60)
    const [command, ...args] = namespaces.prefix('client')
    const inside = spawn(command, [...args, 'sleep', '600'])
    console.log(inside.pid)
    setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [pid] = await once(owner.stdout, 'data')
  assert.equal(mine('k').length, 3)
  owner.kill('SIGKILL')
  // The deadline is only for a failure.
  for (const end = Date.now() + MILLIS; mine('k').length > 0 && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual(mine('k'), [])
  assert.ok(!runs(Number(pid)))
})

/** Whether a process is more than an entry that nobody has asked for. */
function runs (pid) {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** The namespaces of this test process. */
function mine (letter) {
  const names = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })
  return names.split('\n').filter((line) => new RegExp(`^sluice-[src]-${letter}${process.pid % 10_000}\\b`).test(line))
}
