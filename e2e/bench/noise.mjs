// Whether something else on the machine spoilt a run.

const STEAL_PART = 0.02
const OTHERS_PART = 0.1
const LOOP_DELAY_MILLIS = 20

/** Why the figures of a run are not to be trusted; empty if nothing speaks against them. */
export function noise ({ stealSeconds, otherCpuSeconds, seconds, clientLoopDelayMillis }, processors) {
  const reasons = []
  const available = seconds * processors
  if (stealSeconds > STEAL_PART * available) reasons.push(`${percent(stealSeconds / available)} steal`)
  if (otherCpuSeconds > OTHERS_PART * available) reasons.push(`${percent(otherCpuSeconds / available)} taken by other processes`)
  const delay = clientLoopDelayMillis?.p99
  if (delay > LOOP_DELAY_MILLIS) reasons.push(`the client's event loop late by ${Math.round(delay)} ms (p99)`)
  return reasons
}

function percent (part) {
  return `${(part * 100).toFixed(1)} %`
}
