// A player who stands still and records everything it is told:
//   node observe.mjs --port 25565 --name Watcher --until-chunks 441 --seconds 60 --command /netstats --out watcher.json
// With --stay it stays for so many seconds once it has its chunks; with --ping-every it pings the server every so many ms.
// With --follow it also prints what happens as it happens, and obeys lines on stdin: `say TEXT`, `command TEXT`,
// `quiet MILLIS` (tells once no creature was heard of for so long), `pings N` (tells once the server has pinged so often
// from then on), `dig X Y Z`, `click X Y Z` (what changes near that block from then on is told) and `quit`. With --pongs it
// answers the server's pings as nobody should: lib/pongs.mjs.
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from './lib/client.mjs'
import { Digger } from './lib/digger.mjs'
import { options } from './lib/options.mjs'
import { PONGS } from './lib/pongs.mjs'
import { Recorder, toJson } from './lib/recorder.mjs'

const given = options({
  host: { default: '127.0.0.1' },
  port: { default: '25565', number: true },
  name: { default: 'Watcher' },
  seconds: { number: true },
  'until-chunks': { number: true },
  stay: { default: '0', number: true },
  'ping-every': { number: true },
  'view-distance': { default: '10', number: true },
  say: { multiple: true },
  command: { multiple: true },
  pongs: { default: 'answered', among: Object.keys(PONGS) },
  out: {},
  'decode-chunks': { boolean: true },
  follow: { boolean: true }
})

const client = join({
  host: given.host,
  port: given.port,
  name: given.name,
  viewDistance: given['view-distance'],
  decodeChunks: given['decode-chunks'] ?? false,
  pongs: given.pongs
})
const recorder = new Recorder(client, {
  wantedChunks: given['until-chunks'] ?? (2 * given['view-distance'] + 1) ** 2,
  pingMillis: given['ping-every']
})
let staying = false
let finished = false

client.once('position', () => {
  for (const text of given.say) client.chat(text)
  for (const command of given.command) client.chat(command)
  tell('joined')
})
client.on('kick_disconnect', (packet) => finish(`kicked: ${toJson(packet.reason)}`))
client.on('error', (error) => finish(error.message))
client.on('end', (reason) => finish(`the connection ended: ${reason}`))
client.on('map_chunk', () => {
  if (staying || !(recorder.world.chunks.size >= given['until-chunks'])) return
  staying = true
  if (given.stay > 0) setTimeout(finish, given.stay * 1000)
  else finish()
})
if (given.seconds !== undefined) {
  const chunks = given['until-chunks']
  setTimeout(() => {
    finish(chunks && !staying && `${recorder.world.chunks.size} of ${chunks} chunks came in time`)
  }, given.seconds * 1000)
}
if (given.follow) follow()

/** Prints what happens, one JSON object a line, and obeys stdin. */
function follow () {
  const seen = { chat: 0, actionBars: 0 }
  const digger = new Digger(client, tell)
  const block = (text) => text.split(' ').map(Number)
  client.on('packet', (data, { name }) => {
    const { chat, actionBars, chunks } = recorder.world
    for (; seen.chat < chat.length; seen.chat++) tell('chat', { text: chat[seen.chat] })
    for (; seen.actionBars < actionBars.length; seen.actionBars++) tell('actionBar', { text: actionBars[seen.actionBars] })
    if (name === 'map_chunk') tell('chunks', { count: chunks.size })
    if (name === 'ping') tell('ping', { id: data.id })
  })
  const orders = {
    say: (text) => client.chat(text),
    command: (text) => client.chat(text.startsWith('/') ? text : `/${text}`),
    quiet: (millis) => whenQuiet(Number(millis) * 1e6, () => tell('quiet')),
    pings: (count) => afterPings(Number(count), () => tell('pings', { count: Number(count) })),
    dig: (text) => digger.dig(...block(text)),
    click: (text) => digger.click(...block(text)),
    quit: () => finish()
  }
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const [, order, text] = /^(\w+) ?(.*)$/.exec(line) ?? []
      if (orders[order]) orders[order](text)
      else console.error(`unknown order '${line}': say TEXT, command TEXT, quiet MILLIS, pings N, dig X Y Z, click X Y Z and quit are known`)
    })
    .on('close', () => finish())
}

function whenQuiet (nanos, then) {
  const timer = setInterval(() => {
    if (process.hrtime.bigint() - recorder.lastCreatureNanos < nanos) return
    clearInterval(timer)
    then()
  }, 50)
}

function afterPings (count, then) {
  let left = count
  client.on('ping', function counted () {
    if (--left > 0) return
    client.off('ping', counted)
    then()
  })
}

function tell (event, more = {}) {
  if (given.follow) console.log(toJson({ event, ...more }))
}

/** @param {string} [problem] why it ended early */
function finish (problem) {
  if (finished) return
  finished = true
  // The socket is the other end's word from here on; nothing that follows belongs to the record.
  client.socket?.destroy()
  const report = toJson({ name: given.name, problem: problem || null, ...recorder.report() })
  if (problem) console.error(`${given.name}: ${problem}`)
  if (given.out) writeFileSync(given.out, `${report}\n`)
  else if (!given.follow) console.log(report)
  process.exitCode = problem ? 1 : 0
  setImmediate(() => process.exit())
}
