import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Relay } from '../bench/relay.mjs'
import { Shaper } from '../bench/shaper.mjs'
import { random } from '../lib/random.mjs'

const CLI = fileURLToPath(new URL('../bench/relay-cli.mjs', import.meta.url))
const closing = []
after(() => closing.forEach((close) => close()))

function length (list) {
  return list.reduce((sum, bytes) => sum + bytes.length, 0)
}

/** Bytes that arrive up to each millisecond in turn. */
function arriving (shaper, from, to) {
  let sum = 0
  for (let now = from; now <= to; now++) sum += length(shaper.due(now))
  return sum
}

/** A server that hands each connection to `play`, with the relay in front of it. */
async function relayed (play, hop) {
  const server = createServer({ allowHalfOpen: true }, play)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const relay = new Relay({ host: '127.0.0.1', port: server.address().port }, hop)
  const port = await relay.listen('127.0.0.1', 0)
  closing.push(() => {
    relay.close()
    server.close()
  })
  return { relay, server, client: connect({ port, host: '127.0.0.1' }) }
}

test('shaper_rate_passesBytesExactly', () => {
  const shaper = new Shaper({ bitsPerSecond: 1_000_000 }, 0)
  shaper.accept(Buffer.alloc(10_000), 0)
  assert.equal(arriving(shaper, 1, 40), 5_000)
  assert.equal(shaper.waitingBytes, 5_000)
  assert.equal(arriving(shaper, 41, 80), 5_000)
  assert.ok(shaper.idle)
})

test('shaper_fractionsOfAByte_areNotLost', () => {
  const shaper = new Shaper({ bitsPerSecond: 10_000 }, 0)
  shaper.accept(Buffer.alloc(2_000), 0)
  assert.equal(arriving(shaper, 1, 1000), 1250)
})

test('shaper_idleHop_savesNothingUp', () => {
  const shaper = new Shaper({ bitsPerSecond: 80_000 }, 0)
  assert.equal(arriving(shaper, 0, 1000), 0)
  shaper.accept(Buffer.alloc(100), 1000)
  assert.equal(arriving(shaper, 1000, 1005), 50)
})

test('shaper_delay_comesAfterTheHop', () => {
  const shaper = new Shaper({ bitsPerSecond: 8_000_000, delayMillis: 80 }, 0)
  shaper.accept(Buffer.alloc(2_000), 0)
  assert.equal(arriving(shaper, 1, 80), 0)
  assert.equal(arriving(shaper, 81, 81), 1_000)
  assert.equal(arriving(shaper, 82, 82), 1_000)
})

test('shaper_unshaped_passesAtOnce', () => {
  const shaper = new Shaper({}, 0)
  shaper.accept(Buffer.alloc(1_000_000), 5)
  assert.equal(length(shaper.due(5)), 1_000_000)
})

test('shaper_fullBuffer_isNotOpen', () => {
  const shaper = new Shaper({ bitsPerSecond: 8_000, bufferBytes: 100 }, 0)
  shaper.accept(Buffer.alloc(100), 0)
  assert.equal(shaper.open, false)
  shaper.due(1)
  assert.equal(shaper.open, true)
})

test('shaper_newRate_appliesToWhatWaits', () => {
  const shaper = new Shaper({ bitsPerSecond: 8_000 }, 0)
  shaper.accept(Buffer.alloc(10_000), 0)
  shaper.rate(80_000, 100)
  assert.equal(arriving(shaper, 100, 200), 100 + 1_000)
  shaper.rate(0, 200)
  assert.equal(length(shaper.due(200)), 8_900)
})

for (const bitsPerSecond of [80_000, 0]) {
  test(`shaper_stallAt${bitsPerSecond}_passesNothingAndMakesNothingUp`, () => {
    const shaper = new Shaper({ bitsPerSecond }, 0)
    shaper.stall(2000, 0)
    shaper.accept(Buffer.alloc(1000), 0)
    assert.equal(arriving(shaper, 0, 1999), 0)
    const soon = arriving(shaper, 2000, 2010)
    assert.equal(soon, bitsPerSecond === 0 ? 1000 : 100)
  })
}

test('shaper_anyTimes_keepEveryByteInOrder', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const next = random(seed)
    const shaper = new Shaper({ bitsPerSecond: 1_000_000, delayMillis: 20 }, 0)
    const [sent, got] = [[], []]
    let now = 0
    for (let i = 0; i < 200; i++) {
      now += next() * 20
      const bytes = Buffer.from(Array.from({ length: 1 + Math.floor(next() * 2000) }, () => Math.floor(next() * 256)))
      sent.push(bytes)
      shaper.accept(bytes, now)
      if (next() < 0.1) shaper.rate(next() < 0.3 ? 0 : next() * 4e6, now)
      if (next() < 0.05) shaper.stall(next() * 100, now)
      got.push(...shaper.due(now))
    }
    shaper.rate(0, now)
    for (let i = 0; i < 200; i++) got.push(...shaper.due(now + i))
    assert.ok(shaper.idle && Buffer.concat(got).equals(Buffer.concat(sent)), `seed ${seed}`)
  }
})

test('relay_bothWays_keepsBytesAndTheirEnds', { timeout: 10_000 }, async () => {
  const hash = (bytes) => createHash('sha1').update(bytes).digest('hex')
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i * 31 + (i >> 8)))
  const { client } = await relayed((socket) => {
    const asked = []
    socket.on('data', (bytes) => asked.push(bytes)).on('end', () => socket.end(Buffer.concat(asked)))
  }, { bitsPerSecond: 40_000_000, bufferBytes: 20_000, delayMillis: 5 })
  client.end(sent)
  const got = []
  for await (const bytes of client) got.push(bytes)
  assert.equal(hash(Buffer.concat(got)), hash(sent))
})

test('relay_rate_isWhatTheClientGets', { timeout: 10_000 }, async () => {
  const { client } = await relayed((socket) => socket.end(Buffer.alloc(100_000)), { bitsPerSecond: 2_000_000 })
  const began = performance.now()
  let got = 0
  for await (const bytes of client) got += bytes.length
  const seconds = (performance.now() - began) / 1000
  assert.equal(got, 100_000)
  // Never faster; how much slower is the machine's affair.
  assert.ok(seconds >= 0.395 && seconds < 5, `${seconds} s`)
})

test('relay_slowHop_stopsToReadWhenItsBufferIsFull', { timeout: 10_000 }, async () => {
  let server
  const { client } = await relayed((socket) => { server = socket }, { bitsPerSecond: 8_000, bufferBytes: 50_000 })
  client.resume()
  await once(client, 'connect')
  while (!server) await new Promise(setImmediate)
  server.on('error', () => {})
  // Writes until nothing was taken for a while: what both kernels and the relay hold is all that the server got rid of.
  let taken = -1
  for (let now = 0; taken !== now; await new Promise((resolve) => setTimeout(resolve, 300))) {
    taken = now
    while (server.writableLength < 1 << 20) server.write(Buffer.alloc(65_536))
    now = server.bytesWritten - server.writableLength
  }
  assert.ok(taken > 0 && taken < 30_000_000, `${taken} bytes were taken`)
})

test('relay_serverThatIsGone_closesTheClient', { timeout: 10_000 }, async () => {
  const { client } = await relayed((socket) => socket.resetAndDestroy(), {})
  const [error] = await once(client.resume(), 'error').catch((thrown) => [thrown])
  assert.equal(error.code, 'ECONNRESET')
})

test('relayCli_commands_changeTheRate', { timeout: 20_000 }, async () => {
  const server = createServer((socket) => socket.end(Buffer.alloc(50_000)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const child = spawn(process.execPath, [CLI, '--to', `127.0.0.1:${server.address().port}`, '--rate', '1000'])
  closing.push(() => {
    child.kill()
    server.close()
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const client = connect({ host: '127.0.0.1', port: JSON.parse(line).listening })
  await once(client, 'connect')
  child.stdin.write('{"rate": 80000000}\n')
  let got = 0
  for await (const bytes of client) got += bytes.length
  assert.equal(got, 50_000)
  child.stdin.end()
  assert.deepEqual(await once(child, 'exit'), [0, null])
})
