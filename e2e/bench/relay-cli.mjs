// The relay as a process of its own: node relay-cli.mjs --listen 127.0.0.1:0 --to 127.0.0.1:25565 --rate 1000000 --buffer 125000
// Prints {"listening": PORT}, obeys lines on stdin, {"rate": BITS} and {"stall": MILLIS}, and ends when stdin does.
import { createInterface } from 'node:readline'
import { options } from '../lib/options.mjs'
import { Relay } from './relay.mjs'

const given = options({
  listen: { default: '127.0.0.1:0' },
  to: { default: '127.0.0.1:25565' },
  delay: { default: '0', number: true },
  rate: { default: '0', number: true },
  buffer: { default: '65536', number: true },
  proxy: { default: '0', number: true }
})

const relay = new Relay(address(given.to), {
  delayMillis: given.delay,
  bitsPerSecond: given.rate,
  bufferBytes: given.buffer,
  proxyBytes: given.proxy
})
const { host, port } = address(given.listen)
console.log(JSON.stringify({ listening: await relay.listen(host, port) }))
createInterface({ input: process.stdin }).on('line', obey).on('close', () => process.exit())

function obey (line) {
  const order = parsed(line)
  if (order.rate >= 0) relay.rate(order.rate)
  else if (order.stall >= 0) relay.stall(order.stall)
  else console.error(`{"rate": BITS} or {"stall": MILLIS} was expected, not '${line}'`)
}

function parsed (line) {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}

function address (text) {
  const match = /^(.+):(\d+)$/.exec(text)
  if (match) return { host: match[1], port: Number(match[2]) }
  console.error(`HOST:PORT was expected, not '${text}'`)
  return process.exit(2)
}
