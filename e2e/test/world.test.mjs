import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprint } from '../lib/chunks.mjs'
import { bits, moved } from '../lib/position.mjs'
import { plainText } from '../lib/text.mjs'
import { WireMeter } from '../lib/wire.mjs'
import { World } from '../lib/world.mjs'

/** A chunk packet without height maps; other packets are not looked into. */
const RAW = Buffer.from([0x2d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
const ORIGIN = { x: 0, y: 0, z: 0 }

/** A world that got these packets: `[name, data]` each. */
function after (...packets) {
  const world = new World()
  world.accept('login', { entityId: 1, viewDistance: 4 }, RAW)
  for (const [name, data] of packets) world.accept(name, data, RAW)
  return world
}

function spawn (entityId, more = {}) {
  const angles = { pitch: 0, yaw: 0, headPitch: 0 }
  return ['spawn_entity', { entityId, objectUUID: 'u', type: 3, ...ORIGIN, ...angles, velocity: ORIGIN, ...more }]
}

test('relativeMove_untouchedComponent_keepsItsBits', () => {
  const base = { x: 0.1, y: 64.3, z: -7.7 }
  const { x, y, z } = moved(base, { dX: 0, dY: 1, dZ: -4096 })
  assert.equal(bits(x), bits(0.1))
  assert.equal(y, (Math.round(64.3 * 4096) + 1) / 4096)
  assert.equal(z, (Math.round(-7.7 * 4096) - 4096) / 4096)
})

test('relativeMove_halfStep_roundsUpAsJavaDoes', () => {
  assert.equal(moved({ x: -1.5 / 4096, y: 0, z: 0 }, { dX: 1, dY: 0, dZ: 0 }).x, 0)
})

test('relativeMove_halves_addUpLikeTheWhole', () => {
  const base = { x: 3.14159, y: 0, z: 0 }
  const halves = moved(moved(base, { dX: 40, dY: 0, dZ: 0 }), { dX: 2, dY: 0, dZ: 0 })
  assert.deepEqual(halves, moved(base, { dX: 42, dY: 0, dZ: 0 }))
})

test('entity_syncAfterMoves_takesTheAbsolutePosition', () => {
  const world = after(
    spawn(5, { x: 1.3 }),
    ['rel_entity_move', { entityId: 5, dX: 100, dY: 0, dZ: 0, onGround: true }],
    ['sync_entity_position', { entityId: 5, x: 9.9, y: 1, z: 2, dx: 0, dy: 0, dz: 0, yaw: 45, pitch: 1, onGround: false }]
  )
  const entity = world.snapshot().entities[5]
  assert.deepEqual([entity.position, entity.yaw, entity.bits.slice(0, 16)], [[9.9, 1, 2], 45, bits(9.9)])
})

test('entity_unknown_isAnOrphanOfEachKind', () => {
  const world = after(
    ['rel_entity_move', { entityId: 5, dX: 1, dY: 0, dZ: 0 }],
    ['entity_metadata', { entityId: 5, metadata: [] }],
    ['entity_equipment', { entityId: 5, equipments: [] }],
    ['entity_destroy', { entityIds: [5] }]
  )
  assert.equal(world.orphans.count, 4)
  assert.match(world.orphans.first[0], /move of unknown entity 5/)
})

test('ownPlayer_withoutSpawn_isKnown', () => {
  const world = after(['entity_metadata', { entityId: 1, metadata: [] }])
  assert.equal(world.orphans.count, 0)
  assert.deepEqual(world.snapshot().entities, {})
})

test('blockChange_beforeItsChunk_isAnOrphan', () => {
  const world = after(['block_change', { location: { x: 17, y: 70, z: -1 }, type: 9 }])
  assert.deepEqual(world.orphans.first, ['block change in unknown chunk 1,-1'])
})

test('blockChanges_afterTheirChunk_areAppliedAndForgottenWithANewOne', () => {
  const changes = [
    ['map_chunk', { x: 1, z: -1 }],
    ['block_change', { location: { x: 17, y: 70, z: -1 }, type: 9 }],
    ['multi_block_change', { chunkCoordinates: { x: 1, z: -1, y: 4 }, records: [(7 * 4096) + (2 << 8) + (3 << 4) + 6] }]
  ]
  assert.deepEqual(after(...changes).snapshot().chunks['1,-1'].blocks, { '17,70,-1': 9, '18,70,-13': 7 })
  assert.deepEqual(after(...changes, ['map_chunk', { x: 1, z: -1 }]).snapshot().chunks['1,-1'].blocks, {})
})

test('chunk_heightMapsInAnotherOrder_isTheSame', () => {
  const place = [0x2d, 0, 0, 0, 1, 0, 0, 0, 2]
  const low = [1, 1, 0, 0, 0, 0, 0, 0, 0, 7]
  const high = [4, 1, 0, 0, 0, 0, 0, 0, 0, 9]
  const hashOf = (...parts) => fingerprint(Buffer.from(parts.flat()))
  assert.equal(hashOf(place, 2, low, high, 5), hashOf(place, 2, high, low, 5))
  assert.notEqual(hashOf(place, 2, low, high, 5), hashOf(place, 2, low, high, 6))
  assert.notEqual(hashOf(place, 2, low, high, 5), hashOf(place, 1, low, high, 5))
})

test('chunk_outsideTheView_isAnOrphanAndNotHeld', () => {
  const world = after(['map_chunk', { x: 8, z: 0 }], ['update_view_position', { chunkX: 8, chunkZ: 0 }], ['map_chunk', { x: 8, z: 0 }])
  assert.deepEqual([world.orphans.count, world.chunks.size], [1, 1])
})

test('unload_ofUnknownChunk_isAnOrphan', () => {
  assert.equal(after(['unload_chunk', { chunkX: 0, chunkZ: 0 }]).orphans.count, 1)
  assert.equal(after(['map_chunk', { x: 0, z: 0 }], ['unload_chunk', { chunkX: 0, chunkZ: 0 }]).orphans.count, 0)
})

test('respawn_clearsTheWorldAndCountsAnEpoch', () => {
  const world = after(['map_chunk', { x: 0, z: 0 }], spawn(5), ['respawn', {}])
  assert.deepEqual(world.snapshot(), { epoch: 2, chunks: {}, entities: {} })
})

test('bundle_withAForeignPacket_isAnOrphan', () => {
  const world = after(['bundle_delimiter', undefined], spawn(5), ['system_chat', { content: { type: 'string', value: '' } }], ['bundle_delimiter', undefined])
  assert.deepEqual([world.bundles.count, world.bundles.empty, world.bundles.spawnsOutside], [1, 0, 0])
  assert.deepEqual(world.orphans.first, ['system_chat inside a foreign bundle'])
})

test('bundle_aboutOneEntity_isWhole', () => {
  const world = after(['bundle_delimiter', undefined], spawn(5), ['entity_metadata', { entityId: 5, metadata: [] }], ['bundle_delimiter', undefined], spawn(6))
  assert.deepEqual([world.orphans.count, world.bundles.spawnsOutside], [0, 1])
})

test('playerChat_ofAnUnlistedPlayer_isAnOrphan', () => {
  const chat = ['player_chat', { senderUuid: 'a', plainMessage: 'hi', networkName: { type: 'string', value: 'Ann' } }]
  assert.equal(after(chat).orphans.count, 1)
  const listed = after(['player_info', { data: [{ uuid: 'a' }] }], chat)
  assert.deepEqual([listed.orphans.count, listed.chat], [0, ['<Ann> hi']])
})

test('text_nestedComponent_isFlattened', () => {
  const string = (value) => ({ type: 'string', value })
  const list = (type, value) => ({ type: 'list', value: { type, value } })
  const more = list('compound', [{ text: string('64 KB/s'), color: string('green') }, { '': string(' · RTT') }])
  assert.equal(plainText({ type: 'compound', value: { text: string('Budget: '), extra: more } }), 'Budget: 64 KB/s · RTT')
  const translated = { translate: string('chat.type.text'), with: list('string', ['Ann', 'hi']) }
  assert.equal(plainText({ type: 'compound', value: translated }), 'chat.type.text(Ann, hi)')
})

test('wireMeter_peak_isTheLargestWindow', () => {
  const wire = new WireMeter()
  for (const [millis, bytes] of [[0, 10], [40, 5], [120, 20], [900, 7], [1300, 100]]) wire.count(bytes, BigInt(millis) * 1_000_000n)
  assert.equal(wire.total, 142)
  assert.equal(wire.peak(50), 100)
  assert.equal(wire.peak(1000), 107)
  assert.equal(wire.between(0n, 1_000_000_000n), 42)
})
