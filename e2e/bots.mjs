// Players who walk around the world and chat: node bots.mjs --port 25565 --count 2
import { join } from './lib/client.mjs'
import { options } from './lib/options.mjs'
import { random } from './lib/random.mjs'
import { walk } from './lib/walker.mjs'

const { host, port, count, seed, seconds, 'view-distance': viewDistance } = options({
  host: { default: '127.0.0.1' },
  port: { default: '25565', number: true },
  count: { default: '2', number: true },
  seed: { default: '1', number: true },
  seconds: { number: true },
  'view-distance': { default: '10', number: true }
})

/** Bots join one after another: a crowd's chunks at once would hide what a single join looks like. */
const JOIN_GAP_MILLIS = 500

let leaving = false
const bots = []

for (let i = 0; i < count; i++) setTimeout(start, i * JOIN_GAP_MILLIS, i)
if (seconds !== undefined) setTimeout(leave, seconds * 1000)
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, leave)

function start (index) {
  if (leaving) return
  const name = `Bot${index + 1}`
  const bot = join({ host, port, name, viewDistance })
  bots.push(bot)
  walk(bot, random(seed * 1000 + index))
  bot.on('error', (error) => complain(name, error.message))
  bot.on('kick_disconnect', (packet) => complain(name, `kicked: ${JSON.stringify(packet.reason)}`))
  bot.on('end', () => {
    bots.splice(bots.indexOf(bot), 1)
    if (bots.length === 0) process.exit(leaving ? 0 : 1)
  })
}

function complain (name, message) {
  if (!leaving) console.error(`${name}: ${message}`)
}

function leave () {
  leaving = true
  if (bots.length === 0) process.exit(0)
  for (const bot of bots) bot.socket?.destroy()
}
