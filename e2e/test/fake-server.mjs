// minecraft-protocol's own server, as far as the client tests need one.
import minecraftData from 'minecraft-data'
import minecraftProtocol from 'minecraft-protocol'
import { VERSION, customPackets } from '../lib/protocol.mjs'

/** Starts a server on a free port that hands each player to `play(player)` once it is in the play phase. */
export function startServer (play) {
  const { loginPacket } = minecraftData(VERSION)
  const server = minecraftProtocol.createServer({
    host: '127.0.0.1',
    port: 0,
    version: VERSION,
    'online-mode': false,
    customPackets: customPackets(false),
    errorHandler: (client, error) => client.end(error.message)
  })
  server.on('playerJoin', (player) => {
    player.write('login', { ...loginPacket, entityId: 7, viewDistance: 4, enforcesSecureChat: false })
    play(player)
  })
  return new Promise((resolve) => {
    server.on('listening', () => resolve({ port: server.socketServer.address().port, close: () => server.close() }))
  })
}

export const position = { teleportId: 3, x: 8.5, y: 70, z: 8.5, dx: 0, dy: 0, dz: 0, yaw: 0, pitch: 0, flags: {} }

/** A chunk without sections whose ground is at `height` everywhere. */
export function chunk (x, z, height = 64) {
  let long = 0n
  for (let i = 0; i < 7; i++) long |= BigInt(height + 64) << BigInt(9 * i)
  const data = Array.from({ length: 37 }, () => BigInt.asIntN(64, long))
  return { x, z, heightmaps: [{ type: 4, data }], rest: Buffer.alloc(300, x + z) }
}

export function text (value) {
  return { type: 'string', value }
}
