import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runs } from '../bench/arguments.mjs'
import { congestionAllowed } from '../bench/congestion.mjs'
import { buffer, millis, rate } from '../bench/quantities.mjs'

const fail = (message) => { throw new Error(message) }

test('quantities_asPeopleWriteThem_areBitsBytesAndMilliseconds', () => {
  assert.deepEqual(['500kbit', '1mbit', '1.5Mbit', '1gbit', 'unshaped'].map(rate), [5e5, 1e6, 1.5e6, 1e9, 0])
  assert.deepEqual(['32kb', '1mb', '100b'].map((size) => buffer(size, 1)), [32_000, 1_000_000, 100])
  assert.deepEqual(['1s', '500ms'].map((time) => buffer(time, 1e6)), [125_000, 62_500])
  assert.equal(millis('1.5s'), 1500)
  for (const wrong of ['1', 'mbit', '1 mbit', '-1mbit', '']) assert.throws(() => rate(wrong), /1mbit/, wrong)
  assert.throws(() => buffer('32', 1e6), /2s/)
})

test('runs_withoutOptions_isOneLinkAndThreePolicies', () => {
  const { links, repeat, link } = runs([], fail)
  assert.equal(links.length, 1)
  assert.equal(link, 'auto')
  assert.equal(repeat, 1)
  const [{ policies, bitsPerSecond, bufferBytes, seconds, disturbance, world }] = links
  assert.deepEqual({ policies, bitsPerSecond, bufferBytes, seconds, disturbance, world }, {
    policies: ['vanilla', 'limit10', 'sluice'],
    bitsPerSecond: 1e6,
    bufferBytes: 125_000,
    seconds: 60,
    disturbance: 'none',
    world: 'natural'
  })
})

test('runs_disturbance_addsWhatTheLinkIsMadeWith', () => {
  assert.equal(runs(['--disturbance', 'proxy'], fail).links[0].proxyBytes, 1024 * 1024)
  assert.equal(runs(['--disturbance', 'delay-200'], fail).links[0].delayMillis, 200)
})

test('runs_matrix_hasEveryRateBufferAndCongestionOnceAndEveryDisturbance', () => {
  const { links } = runs(['--matrix', '--policies', 'vanilla,sluice'], fail)
  const names = links.map(({ rate, buffer, disturbance, world, ...link }) => [rate, buffer, disturbance, world, link.policies].join(' '))
  for (const rate of ['500kbit', '1mbit', '4mbit', '20mbit']) {
    for (const buffer of ['32kb', '256kb', '1s']) {
      // Cubic and BBR.
      assert.equal(names.filter((name) => name === `${rate} ${buffer} none natural vanilla,sluice`).length, 2, `${rate} ${buffer}`)
    }
  }
  assert.equal(names.filter((name) => name.startsWith('unshaped')).length, 2)
  for (const disturbance of ['halve', 'double', 'stall', 'compete', 'proxy', 'delay-80', 'delay-200']) {
    assert.equal(names.filter((name) => name.includes(` ${disturbance} `)).length, 1, disturbance)
  }
  assert.equal(names.filter((name) => name.includes(' dense ')).length, 1)
})

test('runs_whatMakesNoSense_saysWhatIsKnown', () => {
  assert.throws(() => runs(['--policies', 'vanilla,paper'], fail), /--policies takes vanilla, .*found 'paper'/)
  assert.throws(() => runs(['--rate', '1'], fail), /1mbit/)
  assert.throws(() => runs(['--buffer', 'big'], fail), /2s/)
  assert.throws(() => runs(['--world', 'flat'], fail), /natural/)
  assert.throws(() => runs(['--disturbance', 'rain'], fail), /halve/)
  assert.throws(() => runs(['--link', 'wire'], fail), /relay/)
  assert.throws(() => runs(['--rate', 'unshaped', '--disturbance', 'stall'], fail), /needs a --rate/)
})

test('congestionAllowed_listsOfTheKernel_rootMayUseAllThatExist', () => {
  const read = (file) => file.includes('available') ? 'reno cubic bbr\n' : 'reno bbr\n'
  assert.equal(congestionAllowed('cubic', true, read), true)
  assert.equal(congestionAllowed('cubic', false, read), false)
  assert.equal(congestionAllowed('vegas', true, read), false)
  assert.equal(congestionAllowed('cubic', true, () => { throw new Error('no such file') }), false)
})
