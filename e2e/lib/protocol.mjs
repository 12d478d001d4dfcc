// What the clients change in minecraft-data's description of the 26.1 protocol (minecraft-protocol's `customPackets`).

export const VERSION = '26.1'

const MAP_CHUNK = 'packet_map_chunk_opaque'
const ENTITY_TELEPORT = 'packet_entity_teleport_absolute'

/** A chunk up to its height maps; sections, block entities and light stay bytes: decoding them costs milliseconds. */
const mapChunk = [
  'container',
  [
    { name: 'x', type: 'i32' },
    { name: 'z', type: 'i32' },
    {
      name: 'heightmaps',
      type: [
        'array',
        {
          countType: 'varint',
          type: [
            'container',
            [
              { name: 'type', type: 'varint' },
              { name: 'data', type: ['array', { countType: 'varint', type: 'i64' }] }
            ]
          ]
        }
      ]
    },
    { name: 'rest', type: 'restBuffer' }
  ]
]

/** Since 1.21.2 this packet carries a movement and float angles; minecraft-data 3.117.0 still has the old layout. */
const entityTeleport = [
  'container',
  [
    { name: 'entityId', type: 'varint' },
    ...['x', 'y', 'z', 'dx', 'dy', 'dz'].map((name) => ({ name, type: 'f64' })),
    { name: 'yaw', type: 'f32' },
    { name: 'pitch', type: 'f32' },
    { name: 'relatives', type: 'u32' },
    { name: 'onGround', type: 'bool' }
  ]
]

/**
 * @param {boolean} decodeChunks whether chunks are decoded down to their light, as a proof that they can be
 * @returns the packets to give to minecraft-protocol; they are merged into its description field by field
 */
export function customPackets (decodeChunks) {
  const types = { [ENTITY_TELEPORT]: entityTeleport }
  const fields = { entity_teleport: ENTITY_TELEPORT }
  if (!decodeChunks) {
    types[MAP_CHUNK] = mapChunk
    fields.map_chunk = MAP_CHUNK
  }
  // The second field of a packet's container is the switch from its name to its layout.
  types.packet = [undefined, [undefined, { type: [undefined, { fields }] }]]
  return { [VERSION]: { play: { toClient: { types } } } }
}
