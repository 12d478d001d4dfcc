// A minecraft-protocol client that answers what a server waits for, as the vanilla client does.
import minecraftProtocol from 'minecraft-protocol'
import { PONGS } from './pongs.mjs'
import { VERSION, customPackets } from './protocol.mjs'

/** Chunks per tick that the client asks for where chunk batches exist; as much as the vanilla client may ask. */
const CHUNKS_PER_TICK = 64

/** A flooded connection must survive for longer than minecraft-protocol's 30 s without a keep-alive. */
const TIMEOUT_MILLIS = 600_000

/**
 * Joins a server in offline mode.
 *
 * Emits beside minecraft-protocol's events: `undecoded` with `{ bytes, message }` for a packet that could not be
 * decoded or only in part; minecraft-protocol would lose it in silence.
 *
 * @param {{pongs?: keyof typeof PONGS}} given how the server's pings are answered
 */
export function join ({ host, port, name, viewDistance = 10, decodeChunks = false, pongs = 'answered' }) {
  const client = minecraftProtocol.createClient({
    host,
    port,
    username: name,
    auth: 'offline',
    version: VERSION,
    hideErrors: true,
    checkTimeoutInterval: TIMEOUT_MILLIS,
    customPackets: customPackets(decodeChunks),
    clientSettings: { viewDistance }
  })
  // Bundles are judged by the world, packet by packet; minecraft-protocol gives up on those of more than 32.
  client._hasBundlePacket = false
  client.on('state', () => reportUndecoded(client))
  answer(client)
  PONGS[pongs](client)
  return client
}

function reportUndecoded (client) {
  const parser = client.deserializer
  const parse = parser.parsePacketBuffer.bind(parser)
  parser.parsePacketBuffer = (buffer) => {
    try {
      const packet = parse(buffer)
      if (packet.metadata.size !== buffer.length) {
        const message = `${packet.data.name}: ${packet.metadata.size} of ${buffer.length} bytes read`
        client.emit('undecoded', { bytes: buffer.length, message })
      }
      return packet
    } catch (error) {
      client.emit('undecoded', { bytes: buffer.length, message: `packet 0x${buffer[0].toString(16)}: ${error.message}` })
      return { data: { name: 'unknown_packet', params: {} }, metadata: { size: buffer.length }, buffer, fullBuffer: buffer }
    }
  }
}

function answer (client) {
  let loaded = false
  client.on('chunk_batch_finished', () => client.write('chunk_batch_received', { chunksPerTick: CHUNKS_PER_TICK }))
  client.on('login', () => { loaded = false })
  client.on('respawn', () => { loaded = false })
  client.on('position', ({ teleportId, x, y, z, yaw, pitch }) => {
    client.write('teleport_confirm', { teleportId })
    client.write('position_look', { x, y, z, yaw, pitch, flags: { onGround: false, hasHorizontalCollision: false } })
  })
  client.on('map_chunk', () => {
    if (!loaded) {
      loaded = true
      client.write('player_loaded', {})
    }
  })
}
