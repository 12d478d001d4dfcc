import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import { agesOfInformation } from '../lib/information.mjs'
import { Measures } from '../lib/measures.mjs'
import { percentiles } from '../lib/percentiles.mjs'
import { Pings } from '../lib/pings.mjs'
import { Slots } from '../lib/slots.mjs'
import { Stamps, STAMP_ENTITY } from '../lib/stamps.mjs'
import { WireMeter } from '../lib/wire.mjs'

/** Nanoseconds, on a clock far from zero as the machine's is. */
const at = (millis) => 1_000_000_000_000n + BigInt(Math.round(millis * 1e6))
const close = (actual, expected, within = 1e-3) => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)
}

/** Measures of a stream: `[millis, name]`, with `made` for an entity's stamp, `bytes` on the wire, `held` chunks. */
function measured (events, wantedChunks = 3) {
  const stamps = new Stamps()
  const wire = new WireMeter()
  const measures = new Measures({ stamps, wire, wantedChunks, pings: { arrivals: [], unanswered: 2 } })
  for (const [millis, name, { made, text, bytes, held = 0 } = {}] of events) {
    const now = at(millis)
    if (bytes) wire.count(bytes, now)
    stamps.accept(name, { entityId: STAMP_ENTITY, dx: Number(at(made ?? 0)) }, text, now)
    measures.accept(name, now, held)
  }
  return measures
}

function stamp (millis, made) {
  return [millis, 'sync_entity_position', { made }]
}

test('percentiles_values_areNearestRanksWhateverTheOrder', () => {
  const values = Array.from({ length: 200 }, (_, i) => 200 - i)
  assert.deepEqual(percentiles(values), { count: 200, min: 1, p50: 100, p95: 190, p99: 198, max: 200 })
  assert.deepEqual(percentiles([]), { count: 0 })
})

test('slots_between_sumsWhatCameFromOneSlotToAnother', () => {
  const slots = new Slots(100)
  assert.equal(slots.between(at(0), at(1000)), 0)
  for (const [millis, amount] of [[0, 1], [99, 2], [100, 4], [350, 8]]) slots.count(amount, at(millis))
  assert.deepEqual(slots.slots, [3, 4, 0, 8])
  assert.equal(slots.between(at(-500), at(200)), 7)
  assert.equal(slots.between(at(-500), at(-100)), 0)
})

test('ageOfInformation_betweenArrivals_growsWithTime', () => {
  const arrivals = [{ now: at(30), age: 10 }, { now: at(80), age: 12 }]
  const ages = agesOfInformation(arrivals, at(0), at(100))
  assert.deepEqual(ages.map(({ age }) => age), [10, 20, 30, 40, 50, 12, 22, 32])
  assert.equal(ages[0].now, at(30))
})

test('ageOfInformation_droppedUpdate_isNotRewarded', () => {
  const every50 = Array.from({ length: 20 }, (_, i) => ({ now: at(i * 50 + 5), age: 5 }))
  const mean = (arrivals) => {
    const ages = agesOfInformation(arrivals, at(100), at(900)).map(({ age }) => age)
    return ages.reduce((sum, age) => sum + age, 0) / ages.length
  }
  assert.ok(mean(every50.filter((_, i) => i % 4 === 0)) > mean(every50) + 50)
})

test('ageOfInformation_stateThatCameLate_doesNotReplaceANewerOne', () => {
  const ages = agesOfInformation([{ now: at(10), age: 1 }, { now: at(20), age: 15 }], at(20), at(20))
  assert.deepEqual(ages.map(({ age }) => age), [11])
})

test('report_phases_endWithTheLastWantedChunk', () => {
  const report = measured([
    [0, 'login'],
    [1, 'system_chat', { text: `T0:${at(0)}` }],
    stamp(20, 10),
    [100, 'map_chunk', { held: 1, bytes: 1000 }],
    [600, 'map_chunk', { held: 2, bytes: 1000 }],
    stamp(700, 200),
    [800, 'system_chat', { text: `S:1:${at(500)}` }],
    [1100, 'map_chunk', { held: 3, bytes: 1000 }],
    stamp(1200, 1197),
    [1300, 'entity_move_look']
  ]).report(at(2100))
  const { loading, after } = report
  assert.equal(report.loadedMillis, 1100)
  assert.deepEqual([loading.entityAgeMillis.count, loading.chatMillis.count, after.entityAgeMillis.count, after.chatMillis.count], [2, 1, 1, 0])
  close(loading.entityAgeMillis.max, 500)
  close(loading.chatMillis.max, 300)
  close(after.entityAgeMillis.max, 3)
  // From 20 ms on the first state ages until the second comes; the second is 500 ms old when it comes.
  close(loading.ageOfInformationMillis.min, 10)
  close(loading.ageOfInformationMillis.max, 900)
  close(after.ageOfInformationMillis.max, 990, 1)
  assert.equal(loading.goodputBytesPerSecond, 2000)
  close(after.updatesPerSecond, 2, 0.01)
  assert.equal(report.unansweredPings, 2)
})

test('report_chunksThatNeverCame_isAllLoading', () => {
  const report = measured([[0, 'login'], [100, 'map_chunk', { held: 1, bytes: 10 }]]).report(at(500))
  assert.deepEqual([report.loadedMillis, report.loading.seconds, report.after.seconds], [null, 0.5, 0])
  assert.deepEqual([report.after.pingMillis, report.after.updatesPerSecond], [{ count: 0 }, null])
})

test('report_beforeAnythingCame_hasNoFigures', () => {
  const report = measured([]).report(at(500))
  assert.deepEqual(report.series, [])
  assert.equal(report.loading.goodputBytesPerSecond, null)
  assert.deepEqual(report.loading.ageOfInformationMillis, { count: 0 })
})

test('series_everyStep_hasItsLargestAgesBytesAndChunks', () => {
  const { series, startMillis } = measured([
    [0, 'login'],
    [10, 'map_chunk', { held: 1, bytes: 7 }],
    stamp(50, 20),
    stamp(90, 40),
    [250, 'map_chunk', { held: 2, bytes: 9 }]
  ]).report(at(310))
  assert.equal(startMillis, 1_000_000)
  assert.deepEqual(series.map(({ t, chunks }) => [t, chunks]), [[0, 1], [100, 1], [200, 2]])
  assert.deepEqual(series.map(({ wireBytes }) => wireBytes), [7, 0, 9])
  close(series[0].entityAgeMillis, 50)
  assert.equal(series[1].entityAgeMillis, null)
  close(series[1].ageOfInformationMillis, 150)
  close(series[2].ageOfInformationMillis, 250)
})

test('pings_answers_areTimedAndTheRestCounted', (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] })
  const client = Object.assign(new EventEmitter(), { state: 'play', asked: [], write: (name, { id }) => client.asked.push([name, id]) })
  const pings = new Pings(client, 100)
  client.emit('login')
  context.mock.timers.tick(300)
  assert.deepEqual(client.asked, [['ping_request', 1n], ['ping_request', 2n], ['ping_request', 3n]])
  client.emit('ping_response', { id: 2n })
  client.emit('ping_response', { id: 2n })
  client.emit('ping_response', { id: 77n })
  assert.deepEqual([pings.arrivals.length, pings.unanswered], [1, 2])
  assert.ok(pings.arrivals[0].age >= 0 && pings.arrivals[0].age < 10_000)
  client.emit('end')
  context.mock.timers.tick(300)
  assert.equal(client.asked.length, 3)
})
