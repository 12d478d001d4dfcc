import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noise } from '../bench/noise.mjs'
import { cpuSeconds, machineSeconds } from '../bench/procfs.mjs'
import { summary, table } from '../bench/report.mjs'
import { settling } from '../bench/settling.mjs'

/** `seconds` of slots that carry `bytesPerSecond` each. */
function slots (...parts) {
  return parts.flatMap(([seconds, bytesPerSecond]) => Array(seconds * 20).fill(bytesPerSecond / 20))
}

const START = 5_000_000_000n
const at = (seconds) => START + BigInt(seconds * 1e9)
const wire = (...parts) => ({ slotMillis: 50, slots: slots(...parts), startNanos: String(START) })
const event = (seconds, lasting = 0) => ({ atNanos: String(at(seconds)), lasting })

test('settling_rateFollowsAfterTwoSeconds_tellsThatAndHowWellItIsUsed', () => {
  const told = settling(wire([6, 1000], [2, 700], [10, 490]), event(6), at(18), 500)
  assert.deepEqual(told, { settledAfterSeconds: 2.75, ratio: 0.98 })
})

test('settling_atOnce_isTheWindow', () => {
  assert.equal(settling(wire([20, 1000]), event(6), at(20), 1000).settledAfterSeconds, 1)
})

test('settling_afterAStall_countsFromItsEnd', () => {
  assert.deepEqual(settling(wire([6, 1000], [2, 0], [1, 0], [9, 1000]), event(6, 2), at(18), 1000), { settledAfterSeconds: 1.9, ratio: 1 })
})

test('settling_neverOrTooLate_isNull', () => {
  assert.deepEqual(settling(wire([20, 500]), event(6), at(20), 1000), { settledAfterSeconds: null, ratio: 0.5 })
  assert.deepEqual(settling(wire([20, 500]), event(6), at(4), 500), { settledAfterSeconds: null, ratio: null })
})

test('noise_quietMachine_isNone', () => {
  assert.deepEqual(noise({ stealSeconds: 0.1, otherCpuSeconds: 2, seconds: 60, clientLoopDelayMillis: { p99: 6 } }, 2), [])
})

test('noise_eachSource_isNamed', () => {
  const reasons = noise({ stealSeconds: 6, otherCpuSeconds: 60, seconds: 60, clientLoopDelayMillis: { p99: 55 } }, 2)
  assert.deepEqual(reasons, ['5.0 % steal', '50.0 % taken by other processes', "the client's event loop late by 55 ms (p99)"])
})

test('cpuSeconds_nameWithSpacesAndParentheses_readsTheTimes', () => {
  const read = () => '7 (a ) b) S 1 7 7 0 -1 4194304 1 2 3 4 250 50 100 25 20 0 40 0\n'
  assert.equal(cpuSeconds(7, false, read), 3)
  assert.equal(cpuSeconds(7, true, read), 4.25)
})

test('machineSeconds_firstLine_addsWhatIsWork', () => {
  assert.deepEqual(machineSeconds(() => 'cpu  100 10 50 9999 77 20 20 30 5 0\ncpu0 1 1 1'), { busy: 2, steal: 0.3 })
})

test('table_policies_areComparedToVanilla', () => {
  const line = (policy, chunks, goodput) => ({
    policy,
    loading: { entityAgeMillis: { p50: 12.34, p99: 99 }, chatMillis: { max: 40 }, updatesPerSecond: 19.5, goodputBytesPerSecond: goodput },
    after: { entityAgeMillis: { p50: 1.26, p99: 5 } },
    chunkMillis: { 1: 100, 441: chunks },
    serverCpuSeconds: 5
  })
  const [head, vanilla, sluice, , after, , last] = table([line('vanilla', 18_000, 120_000), line('sluice', 18_900, 114_000)]).split('\n')
  assert.equal(vanilla.length, head.length)
  assert.match(vanilla, /^vanilla +12 ms +99 ms .*120\.0 KB\/s \(1\.00\).* 18000 ms \(1\.00\) +5\.0 s$/)
  assert.match(sluice, /114\.0 KB\/s \(0\.95\).* 18900 ms \(1\.05\)/)
  assert.match(after, /^afterwards/)
  assert.match(last, /^sluice +1\.3 ms +5\.0 ms +-/)
})

test('summary_budget_isOneFigureASecondSinceTheJoin', () => {
  const client = {
    startMillis: 7_000,
    series: Array.from({ length: 25 }, (_, i) => ({ t: i * 100 })),
    loading: {},
    wire: { total: 1 },
    orphans: { count: 0 }
  }
  const samples = [[6_950, 10], [7_950, 20], [8_150, 30], [9_350, 40]].map(([atMillis, budgetBytesPerSecond]) => ({ atMillis, budgetBytesPerSecond }))
  const line = (series) => summary({ client, server: { clients: [{ name: 'Warm' }, { name: 'Measured', series }] } })
  assert.deepEqual(line(samples).budgetOverTime, [[0, 10], [1, 30], [2, 40]])
  assert.equal(line([]).budgetOverTime, null)
})

test('table_linkTooSlowForAllChunks_hasNothingAfterwards', () => {
  const line = { policy: 'limit10', loading: { entityAgeMillis: { p50: 1 } }, after: null, chunkMillis: {}, serverCpuSeconds: 1 }
  assert.match(table([line]).split('\n').at(-1), /^limit10 +(- +)+-$/)
})
