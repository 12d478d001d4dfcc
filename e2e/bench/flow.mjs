// A bulk transfer, to compete with: node flow.mjs --listen H:P receives and tells how much on `report`,
// node flow.mjs --to H:P sends until its stdin ends.
import { connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { options } from '../lib/options.mjs'

const BLOCK = Buffer.alloc(64 * 1024)
const given = options({ listen: {}, to: {} })

if (given.listen) receive(address(given.listen))
else if (given.to) send(address(given.to))
else throw new Error('--listen H:P or --to H:P is needed')
process.stdin.on('end', () => process.exit()).on('error', () => process.exit())

function receive (at) {
  let received = 0
  const server = createServer((socket) => {
    socket.on('data', (data) => { received += data.length }).on('error', () => {})
  })
  server.listen(at, () => console.log(JSON.stringify({ listening: server.address().port })))
  createInterface({ input: process.stdin }).on('line', () => console.log(JSON.stringify({ received })))
}

function send (to) {
  const socket = connect(to)
  const fill = () => { while (socket.write(BLOCK)); }
  socket.on('connect', fill).on('drain', fill)
  socket.on('error', (error) => {
    console.error(`the competing flow: ${error.message}`)
    process.exit(1)
  })
  process.stdin.resume()
}

function address (text) {
  const [host, port] = text.split(':')
  return { host, port: Number(port) }
}
