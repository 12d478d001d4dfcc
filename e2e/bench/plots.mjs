// Draws runs over time: node plots.mjs --in RUNS.jsonl --out docs/img
// RUNS.jsonl has a JSON object per run and line: `policy`, `rate`, `buffer`, … as ./bench prints them, and its `series`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import { options } from '../lib/options.mjs'
import { rate } from './quantities.mjs'

const SIZE = { width: 720, height: 260 }
const LOOK = { background: 'white', padding: 12, ...SIZE }
const SECONDS = { field: 'seconds', type: 'quantitative', title: 'seconds since the join' }
const MEAN_ROWS = 10
/** Not told in a title: the way it is when nothing was asked for. */
const USUAL = new Set(['cubic', 'system', 'none', 'natural'])

/** How old the stamped entity's position was when it arrived, for each policy; logarithmic. @returns a Vega-Lite description */
export function delayPlot (runs) {
  const values = runs.flatMap(({ policy, series }) => series
    .filter(({ entityAgeMillis }) => entityAgeMillis > 0)
    .map(({ t, entityAgeMillis }) => ({ policy, seconds: t / 1000, millis: entityAgeMillis })))
  return {
    ...LOOK,
    title: `Age of entity positions at their arrival, ${linkOf(runs[0])}`,
    data: { values },
    mark: { type: 'line', strokeWidth: 1.5 },
    encoding: {
      x: SECONDS,
      y: { field: 'millis', type: 'quantitative', scale: { type: 'log' }, title: 'milliseconds' },
      color: policyColour(runs)
    }
  }
}

/** What the budget was, and what arrived, against the link's rate. @returns a Vega-Lite description */
export function budgetPlot (run) {
  const means = received(run.series)
  const values = run.series.flatMap(({ t, budgetBytesPerSecond }, i) => [
    { what: 'budget', seconds: t / 1000, bits: kilobits(budgetBytesPerSecond) },
    { what: 'received (mean of 1 s)', seconds: t / 1000, bits: kilobits(means[i]) }
  ]).filter(({ bits }) => bits !== null)
  const line = { mark: { type: 'line', strokeWidth: 1.5 }, encoding: { x: SECONDS, y: bits(), color: { field: 'what', type: 'nominal', title: null } } }
  const linkRate = rate(run.rate)
  const rule = { data: { values: [{ bits: linkRate / 1000 }] }, mark: { type: 'rule', strokeDash: [4, 4], color: '#666' }, encoding: { y: bits() } }
  return {
    ...LOOK,
    title: `Budget of ${run.policy}, ${linkOf(run)}`,
    data: { values },
    layer: linkRate > 0 ? [line, rule] : [line]
  }
}

/** @param {object} description Vega-Lite @returns {Promise<string>} SVG */
export async function svg (description) {
  const view = new View(parse(compile(description).spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}

/** The plots of some runs by file name, a delay and a budget for each link. @returns {Promise<Map<string, string>>} */
export async function plots (runs) {
  const files = new Map()
  for (const [link, ofLink] of Map.groupBy(runs.filter(({ series }) => series?.length > 0), linkOf)) {
    const name = link.replaceAll(/[^\w.]+/g, '-')
    files.set(`delay-${name}.svg`, await svg(delayPlot(ofLink)))
    for (const run of ofLink.filter(decided)) files.set(`budget-${run.policy}-${name}.svg`, await svg(budgetPlot(run)))
  }
  return files
}

function decided ({ series }) {
  return series.some(({ budgetBytesPerSecond }) => budgetBytesPerSecond > 0)
}

function linkOf ({ rate: linkRate, buffer, congestion, world, disturbance }) {
  const unusual = [congestion, world, disturbance].filter((part) => part && !USUAL.has(part))
  return [linkRate, `buffer ${buffer}`, ...unusual].join(', ')
}

/** The same colour for a policy in every plot of these runs, in the runs' order. */
function policyColour (runs) {
  return { field: 'policy', type: 'nominal', sort: runs.map(({ policy }) => policy), title: null }
}

function bits () {
  return { field: 'bits', type: 'quantitative', title: 'kbit/s' }
}

function kilobits (bytesPerSecond) {
  return typeof bytesPerSecond === 'number' ? bytesPerSecond * 8 / 1000 : null
}

/** Bytes a second, each the mean of the rows of the second before. */
function received (series) {
  return series.map((row, i) => {
    const rows = series.slice(Math.max(0, i - MEAN_ROWS + 1), i + 1)
    const seconds = (row.t - rows[0].t) / 1000 + 0.1
    return rows.reduce((sum, { wireBytes }) => sum + wireBytes, 0) / seconds
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const given = options({ in: {}, out: { default: 'docs/img' } })
  const runs = readFileSync(given.in ?? 0, 'utf8').split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  mkdirSync(given.out, { recursive: true })
  for (const [name, text] of await plots(runs)) {
    const file = join(given.out, name)
    writeFileSync(file, text)
    console.log(file)
  }
}
