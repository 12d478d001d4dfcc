// What a list of measured values comes to.

/** Nearest-rank percentiles, so that each is a value that was measured. @param {number[]} values */
export function percentiles (values) {
  const sorted = Float64Array.from(values).sort()
  const at = (fraction) => sorted[Math.min(sorted.length - 1, Math.ceil(fraction * sorted.length) - 1)]
  if (sorted.length === 0) return { count: 0 }
  return { count: sorted.length, min: sorted[0], p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
