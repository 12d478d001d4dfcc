// What a run comes to: one line of JSON, and a table of several.
import { overTime } from './series.mjs'
import { PAYLOAD_PART, settling } from './settling.mjs'

/** The figures of a run that are compared; `run` is what measure() gave. */
export function summary (run) {
  const { client, server } = run
  const own = server.clients.findLast(({ name }) => name === 'Measured')
  const sluice = own?.sluice ?? null
  return {
    policy: run.policy,
    rate: run.rate,
    buffer: run.buffer,
    congestion: run.congestion ?? 'system',
    disturbance: run.disturbance,
    world: run.world,
    seconds: run.seconds,
    link: run.link,
    problem: client.problem,
    loading: client.loading,
    after: client.after,
    chunks: client.chunkCount,
    chunkMillis: client.chunkMillis,
    goodputBytesPerSecond: client.loading.goodputBytesPerSecond,
    wireBytes: client.wire.total,
    merged: sluice?.merged ?? null,
    dropped: sluice?.dropped ?? null,
    sluice,
    budgetOverTime: budgetOverTime(client, own),
    hopBytes: run.hopBytes ?? null,
    hopPackets: run.hopPackets ?? null,
    droppedPackets: run.droppedPackets ?? null,
    event: event(run),
    serverCpuSeconds: run.serverCpuSeconds,
    otherCpuSeconds: run.otherCpuSeconds,
    stealSeconds: run.stealSeconds,
    clientLoopDelayMillis: client.eventLoopDelayMillis,
    orphans: client.orphans.count
  }
}

/** One figure a second since the join: [seconds, bytes a second]; null without a budget. */
function budgetOverTime (client, player) {
  const rows = overTime(client, player).filter(({ budgetBytesPerSecond }) => budgetBytesPerSecond !== null)
  const seconds = new Map(rows.map(({ t, budgetBytesPerSecond }) => [Math.floor(t / 1000), budgetBytesPerSecond]))
  return rows.length === 0 ? null : [...seconds]
}

function event ({ event, bitsPerSecond, client, joinedNanos, flowBytes }) {
  if (!event) return null
  const { atNanos, ...told } = event
  const afterJoinSeconds = Number(BigInt(atNanos) - BigInt(joinedNanos)) / 1e9
  const loadedNanos = BigInt(joinedNanos) + BigInt(Math.round((client.lastChunkMillis ?? 0) * 1e6))
  const bytesPerSecond = Math.round(bitsPerSecond / 8 * event.rateFactor * PAYLOAD_PART)
  return { ...told, afterJoinSeconds, bytesPerSecond, flowBytes, ...settling(client.wire, event, loadedNanos, bytesPerSecond) }
}

/** Figures of one link, a row for each policy, for people. */
export function table (lines) {
  const vanilla = lines.find(({ policy }) => policy === 'vanilla')
  const beside = (value, other) => value && other ? ` (${(value / other).toFixed(2)})` : ''
  const rows = [['while loading', 'entity p50', 'p99', 'info p50', 'p99', 'chat max', 'ping p99', 'updates', 'goodput', '1', '9', '81',
    '441 chunks', 'CPU']]
  for (const { policy, loading, chunkMillis, serverCpuSeconds } of lines) {
    const { entityAgeMillis: entity, ageOfInformationMillis: information, chatMillis: chat, pingMillis: ping } = loading
    const { goodputBytesPerSecond: goodput } = loading
    rows.push([policy, ms(entity?.p50), ms(entity?.p99), ms(information?.p50), ms(information?.p99), ms(chat?.max), ms(ping?.p99),
      each(loading.updatesPerSecond),
      (goodput ? `${(goodput / 1000).toFixed(1)} KB/s` : '-') + beside(goodput, vanilla?.loading.goodputBytesPerSecond),
      ...['1', '9', '81'].map((count) => ms(chunkMillis[count])),
      ms(chunkMillis[441]) + beside(chunkMillis[441], vanilla?.chunkMillis[441]),
      `${serverCpuSeconds.toFixed(1)} s`])
  }
  rows.push([])
  rows.push(['afterwards', 'entity p50', 'p99', 'info p50', 'p99', 'chat max', 'ping p99', 'updates'])
  for (const { policy, after } of lines) {
    const { entityAgeMillis: entity, ageOfInformationMillis: information, chatMillis: chat, pingMillis: ping } = after ?? {}
    rows.push([policy, ms(entity?.p50), ms(entity?.p99), ms(information?.p50), ms(information?.p99), ms(chat?.max), ms(ping?.p99),
      each(after?.updatesPerSecond)])
  }
  return align(rows)
}

function align (rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const line = (row) => row.map((cell, i) => i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join('  ')
  return rows.map(line).join('\n')
}

function each (perSecond) {
  return typeof perSecond === 'number' ? `${perSecond.toFixed(1)}/s` : '-'
}

function ms (value) {
  return typeof value === 'number' ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : '-'
}
