// A run over time: what the client saw, and what the plugin had decided then.

const DECIDED = ['budgetBytesPerSecond', 'heldMessages', 'heldBytes', 'queueMillis', 'rttMillis', 'reason', 'trusted']

/**
 * The client's rows, every 100 ms since it joined, each with the plugin's newest sample of that time. Both ends tell times of
 * the machine's one monotonic clock.
 * @param {{startMillis: number, series: object[]}} client an observer's report
 * @param {{series?: {atMillis: number}[]} | undefined} player the server's report of that client
 */
export function overTime (client, player) {
  const samples = player?.series ?? []
  let next = 0
  return client.series.map((row) => {
    while (samples[next]?.atMillis - client.startMillis <= row.t) next++
    const newest = samples[next - 1]
    return { ...row, ...Object.fromEntries(DECIDED.map((name) => [name, newest?.[name] ?? null])) }
  })
}
