import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { join } from '../lib/client.mjs'
import { Digger } from '../lib/digger.mjs'
import { random } from '../lib/random.mjs'
import { Recorder } from '../lib/recorder.mjs'
import { walk } from '../lib/walker.mjs'
import { chunk, position, startServer, text } from './fake-server.mjs'

const open = []
after(() => open.forEach((close) => close()))

/** A client in the play phase, and the server's end of its connection. */
async function joined (more = {}) {
  let player
  const server = await startServer((joiner) => { player = joiner })
  const client = join({ host: '127.0.0.1', port: server.port, name: 'Tester', ...more })
  const recorder = new Recorder(client)
  open.push(() => {
    client.socket.destroy()
    server.close()
  })
  await once(client, 'login')
  return { client, recorder, player }
}

test('client_atJoin_answersTeleportPingAndBatch', async () => {
  const answers = []
  const { client, player } = await joined()
  for (const name of ['teleport_confirm', 'pong', 'chunk_batch_received', 'player_loaded']) {
    player.on(name, (packet) => answers.push([name, packet]))
  }
  player.write('position', position)
  player.write('ping', { id: 42 })
  player.write('chunk_batch_start', {})
  player.write('map_chunk', chunk(0, 0))
  player.write('chunk_batch_finished', { batchSize: 1 })
  player.on('chunk_batch_received', () => player.write('system_chat', { content: text('done'), isActionBar: false }))
  await once(client, 'system_chat')
  assert.deepEqual(answers, [
    ['teleport_confirm', { teleportId: 3 }],
    ['pong', { id: 42 }],
    ['player_loaded', {}],
    ['chunk_batch_received', { chunksPerTick: 64 }]
  ])
})

test('client_forgingPongs_repeatsTheRealOneAmongOthersOfTheRange', async () => {
  const ids = []
  const { client, player } = await joined({ pongs: 'forged' })
  player.on('pong', ({ id }) => ids.push(id))
  player.write('ping', { id: 0x51000007 })
  player.write('position', position)
  await once(player, 'teleport_confirm')
  assert.equal(ids.filter((id) => id === 0x51000007).length, 10)
  assert.equal(ids.length, 30)
  assert.ok(ids.every((id) => id >> 24 === 0x51), ids.join(', '))
  assert.equal(client.ended, false)
})

test('client_withholdingPongs_answersNoneAndTheRest', async () => {
  const { player } = await joined({ pongs: 'withheld' })
  player.on('pong', ({ id }) => assert.fail(`a pong to ${id}`))
  player.write('ping', { id: 42 })
  player.write('position', position)
  await once(player, 'teleport_confirm')
})

test('client_packetThatCannotBeDecoded_isReportedAndCostsNothingElse', async () => {
  const { client, recorder, player } = await joined()
  player.writeRaw(Buffer.from([0x23, 1])) // A position sync cut short.
  player.write('system_chat', { content: text('after'), isActionBar: false })
  await once(client, 'system_chat')
  assert.equal(recorder.undecoded.length, 1, recorder.undecoded.join("; "))
  assert.match(recorder.undecoded[0], /0x23/)
  assert.deepEqual(recorder.world.chat, ['after'])
})

test('recorder_stream_reportsWorldBytesAndStamps', async () => {
  const { client, recorder, player } = await joined()
  const now = process.hrtime.bigint()
  const bothPings = new Promise((resolve) => client.on('ping', ({ id }) => id === 0x51c00000 && resolve()))
  player.write('system_chat', { content: text(`T0:${now}`), isActionBar: false })
  player.write('update_view_position', { chunkX: 0, chunkZ: 0 })
  for (let x = 0; x < 3; x++) for (let z = 0; z < 3; z++) player.write('map_chunk', chunk(x, z))
  player.write('system_chat', { content: text(`S:1:${now}`), isActionBar: false })
  player.write('action_bar', { text: text('Budget: 64 KB/s') })
  player.write('ping', { id: Number((now / 1000n) & 0x3fffffffn) })
  player.write('ping', { id: 0x51c00000 })
  await bothPings
  const report = recorder.report()
  assert.equal(report.chunkCount, 9)
  assert.ok(report.chunkMillis[1] >= 0 && report.chunkMillis[9] >= report.chunkMillis[1])
  assert.deepEqual(report.actionBars, ['Budget: 64 KB/s'])
  assert.deepEqual([report.stamps.chat.count, report.stamps.ping.count], [1, 1])
  assert.ok(report.stamps.chat.max >= 0 && report.stamps.chat.max < 10_000)
  assert.ok(report.wire.total > 0)
  assert.deepEqual(report.orphans, { count: 0, first: [] })
  assert.deepEqual(report.undecoded, [])
})

test('walker_onKnownGround_stepsAtWalkingSpeedOnTheSurface', async () => {
  const steps = []
  const { client, player } = await joined()
  walk(client, random(1))
  for (let x = -4; x <= 4; x++) for (let z = -4; z <= 4; z++) player.write('map_chunk', chunk(x, z, 81))
  await new Promise((resolve) => {
    player.on('position_look', (packet) => steps.push(packet) > 5 && resolve())
    player.write('position', position)
  })
  const walked = steps.slice(1)
  for (const [i, { x, y, z }] of walked.entries()) {
    assert.equal(y, 81)
    if (i > 0) assert.ok(Math.abs(Math.hypot(x - walked[i - 1].x, z - walked[i - 1].z) - 4.317 / 20) < 1e-9)
  }
})

test('digger_whenItActs_tellsTheServerAndHearsOfEditsNearby', async () => {
  const told = []
  const { client, player } = await joined()
  const digger = new Digger(client, (event, more) => told.push([event, more.at, more.before]))
  const acts = []
  player.on('block_dig', (packet) => acts.push(packet))
  player.on('block_place', (packet) => acts.push(packet))
  player.write('block_change', { location: { x: 1, y: 64, z: 1 }, type: 0 })
  player.write('system_chat', { content: text('before'), isActionBar: false })
  await once(client, 'system_chat')
  digger.dig(-3, 70, 12)
  digger.click(1, 64, 1)
  await once(player, 'block_place')
  player.write('block_change', { location: { x: 3, y: 62, z: -1 }, type: 1 })
  player.write('block_change', { location: { x: 4, y: 64, z: 1 }, type: 1 })
  player.write('multi_block_change', { chunkCoordinates: { x: 0, y: 4, z: 0 }, records: [(1 << 12) | 0x210, (1 << 12) | 0xf0f] })
  player.write('system_chat', { content: text('after'), isActionBar: false })
  await once(client, 'system_chat')
  assert.deepEqual(acts.map(({ location, sequence }) => [location, sequence]), [
    [{ x: -3, y: 70, z: 12 }, 1],
    [{ x: 1, y: 64, z: 1 }, 2]
  ])
  assert.deepEqual(told, [
    ['acted', '-3 70 12', undefined],
    ['acted', '1 64 1', undefined],
    ['edit', '3 62 -1', 1],
    ['edit', '2 64 1', 3]
  ])
})
