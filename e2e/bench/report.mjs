// What a run comes to: one line of JSON, and a table of several.

/** The figures of a run that are compared. */
export function summary ({ policy, rate, buffer, seconds, world, congestion, cpuSeconds, stealSeconds, client, server }) {
  const own = server.clients?.find(({ name }) => name === 'Measured') ?? server.clients?.at(-1)
  return {
    policy,
    rate,
    buffer,
    seconds,
    world,
    congestion,
    loading: client.loading ?? client.stampsWhileLoading,
    after: client.after ?? client.stamps,
    chunkMillis: client.chunkMillis,
    chunks: client.chunkCount,
    goodputBytesPerSecond: client.loadingBytesPerSecond,
    wireBytes: client.wire?.bytes,
    orphans: client.orphans?.count,
    problem: client.problem,
    sluice: own?.sluice ?? null,
    cpuSeconds,
    stealSeconds,
    clientLoopDelayMillis: client.eventLoopDelayMillis
  }
}

/** A table for people. */
export function table (lines) {
  const rows = [['policy', 'age p50', 'p99', 'max', 'chat max', '1 chunk', '9', '81', '441', 'goodput', 'loop p99', 'CPU']]
  for (const line of lines) {
    const { entity = {}, chat = {} } = line.loading
    rows.push([line.policy, ms(entity.p50), ms(entity.p99), ms(entity.max), ms(chat.max),
      ...['1', '9', '81', '441'].map((count) => ms(line.chunkMillis[count])),
      line.goodputBytesPerSecond === null ? '-' : `${(line.goodputBytesPerSecond / 1000).toFixed(1)} KB/s`,
      ms(line.clientLoopDelayMillis?.p99), `${line.cpuSeconds.toFixed(1)} s`])
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  return rows.map((row) => row.map((cell, i) => i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join('  ')).join('\n')
}

function ms (value) {
  return value === undefined || value === null ? '-' : `${Math.round(value)} ms`
}
