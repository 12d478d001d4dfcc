import assert from 'node:assert/strict'
import { test } from 'node:test'
import { budgetPlot, delayPlot, plots } from '../bench/plots.mjs'
import { overTime } from '../bench/series.mjs'

function run (policy, more = {}, budget = 100_000) {
  const series = Array.from({ length: 30 }, (_, i) => ({
    t: i * 100,
    entityAgeMillis: i % 2 === 0 ? 5 + i : null,
    wireBytes: 12_000,
    budgetBytesPerSecond: budget
  }))
  return { policy, rate: '1mbit', buffer: '1s', congestion: 'system', world: 'natural', disturbance: 'none', series, ...more }
}

test('overTime_samples_areThoseKnownByEachRow', () => {
  const client = { startMillis: 5_000, series: [0, 100, 200, 300].map((t) => ({ t, chunks: t })) }
  const samples = [[5_050, 1], [5_150, 2], [5_160, 3]].map(([atMillis, budgetBytesPerSecond]) => ({ atMillis, budgetBytesPerSecond }))
  const rows = overTime(client, { series: samples })
  assert.deepEqual(rows.map(({ budgetBytesPerSecond }) => budgetBytesPerSecond), [null, 1, 3, 3])
  assert.deepEqual(rows.map(({ chunks }) => chunks), [0, 100, 200, 300])
})

test('overTime_withoutThePlugin_hasNoBudget', () => {
  const rows = overTime({ startMillis: 1, series: [{ t: 0 }] }, undefined)
  assert.equal(rows[0].budgetBytesPerSecond, null)
})

test('delayPlot_rowsWithoutArrivals_areLeftOut', () => {
  const { values } = delayPlot([run('vanilla'), run('sluice')]).data
  assert.equal(values.length, 30)
  assert.deepEqual(values[1], { policy: 'vanilla', seconds: 0.2, millis: 7 })
})

test('budgetPlot_received_isTheMeanOfASecond', () => {
  const { values } = budgetPlot(run('sluice')).data
  const got = values.filter(({ what }) => what.startsWith('received'))
  assert.equal(got.length, 30)
  for (const { bits } of got) assert.ok(Math.abs(bits - 960) < 1e-6, `${bits} kbit/s`)
  assert.equal(values.find(({ what }) => what === 'budget').bits, 800)
})

test('plots_links_haveFilesOfTheirOwn', async () => {
  const runs = [run('vanilla', {}, null), run('sluice'), run('sluice', { rate: 'unshaped', disturbance: 'stall' }), { policy: 'limit10' }]
  const files = await plots(runs)
  assert.deepEqual([...files.keys()], [
    'delay-1mbit-buffer-1s.svg',
    'budget-sluice-1mbit-buffer-1s.svg',
    'delay-unshaped-buffer-1s-stall.svg',
    'budget-sluice-unshaped-buffer-1s-stall.svg'
  ])
  for (const text of files.values()) {
    assert.match(text, /^<svg.*<path.*<\/svg>$/s)
    assert.doesNotMatch(text, /NaN|undefined/)
  }
  assert.match(files.get('delay-1mbit-buffer-1s.svg'), />vanilla<.*>sluice</s)
})
