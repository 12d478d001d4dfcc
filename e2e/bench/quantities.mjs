// Rates, sizes and times as people write them.
const RATE = /^(\d+(?:\.\d+)?)(k|m|g)?bit$/i
const SIZE = /^(\d+(?:\.\d+)?)(k|m|g)?b$/i
const TIME = /^(\d+(?:\.\d+)?)(ms|s)$/i
const POWER = { undefined: 1, k: 1e3, m: 1e6, g: 1e9 }

/** Bits a second of `1mbit`, `500kbit`; 0 for `unshaped`. */
export function rate (text) {
  if (text === 'unshaped') return 0
  const match = RATE.exec(text)
  if (!match) throw new Error(`a rate such as 1mbit or 500kbit, or unshaped, was expected, not '${text}'`)
  return Math.round(Number(match[1]) * POWER[match[2]?.toLowerCase()])
}

/** Bytes of `32kb`, or of what a rate carries in `1s` or `500ms`. */
export function buffer (text, bitsPerSecond) {
  const size = SIZE.exec(text)
  if (size) return Math.round(Number(size[1]) * POWER[size[2]?.toLowerCase()])
  return Math.round(millis(text) / 1000 * bitsPerSecond / 8)
}

/** Milliseconds of `80ms`, `2s`. */
export function millis (text) {
  const match = TIME.exec(text)
  if (!match) throw new Error(`a time such as 80ms or 2s was expected, not '${text}'`)
  return Number(match[1]) * (match[2].toLowerCase() === 's' ? 1000 : 1)
}
