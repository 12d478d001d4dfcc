// A model client: what a client knows after the packets it got. It judges the stream, too (`orphans`).
import { Bundles } from './bundles.mjs'
import { Chunks } from './chunks.mjs'
import { Entities } from './entities.mjs'
import { Orphans } from './orphans.mjs'
import { plainText } from './text.mjs'

/** One player's world. `accept` takes every clientbound play packet in the order of arrival. */
export class World {
  orphans = new Orphans()
  chunks = new Chunks(this.orphans)
  entities = new Entities(this.orphans)
  bundles = new Bundles(this.orphans)
  /** Logins and respawns so far; with each the client forgets its chunks and entities. */
  epoch = 0
  /** Lines in the order of arrival. */
  chat = []
  actionBars = []
  /** Packets by name. */
  packets = {}
  /** Spawns whose chunk the client did not have. */
  spawnsBeforeChunk = 0
  #listed = new Set()
  #handlers = this.#table()

  /** @param {Buffer} raw the whole packet */
  accept (name, data, raw) {
    const counter = (this.packets[name] ??= { count: 0, bytes: 0 })
    counter.count++
    counter.bytes += raw.length
    this.bundles.accept(name, data)
    this.#handlers[name]?.(data, raw)
  }

  #newEpoch () {
    this.epoch++
    this.chunks.clear()
    this.entities.clear()
  }

  #spawn (packet) {
    if (!this.chunks.has(Math.floor(packet.x) >> 4, Math.floor(packet.z) >> 4)) this.spawnsBeforeChunk++
    this.entities.spawn(packet)
  }

  #playerChat (packet) {
    if (!this.#listed.has(packet.senderUuid)) this.orphans.add(`chat of unlisted player ${packet.senderUuid}`)
    const text = packet.unsignedChatContent ? plainText(packet.unsignedChatContent) : packet.plainMessage
    this.chat.push(`<${plainText(packet.networkName)}> ${text}`)
  }

  #table () {
    const { chunks, entities } = this
    return {
      login: (packet) => {
        this.#newEpoch()
        entities.own(packet.entityId)
        chunks.viewDistance(packet.viewDistance)
      },
      respawn: () => this.#newEpoch(),
      start_configuration: () => this.#newEpoch(),

      update_view_position: (packet) => chunks.viewCentre(packet.chunkX, packet.chunkZ),
      update_view_distance: (packet) => chunks.viewDistance(packet.viewDistance),
      map_chunk: (packet, raw) => chunks.data(packet.x, packet.z, raw),
      unload_chunk: (packet) => chunks.unload(packet.chunkX, packet.chunkZ),
      block_change: ({ location: { x, y, z }, type }) => chunks.block(x, y, z, type),
      multi_block_change: (packet) => chunks.section(packet.chunkCoordinates, packet.records),
      update_light: (packet) => chunks.detail('light', packet.chunkX, packet.chunkZ),
      tile_entity_data: ({ location }) => chunks.detail('block entity', location.x >> 4, location.z >> 4),
      block_action: ({ location }) => chunks.detail('block action', location.x >> 4, location.z >> 4),

      spawn_entity: (packet) => this.#spawn(packet),
      entity_destroy: (packet) => entities.remove(packet.entityIds),
      rel_entity_move: (packet) => entities.move(packet),
      entity_look: (packet) => entities.look(packet),
      entity_move_look: (packet) => {
        entities.move(packet)
        entities.look(packet)
      },
      entity_teleport: (packet) => entities.sync(packet),
      sync_entity_position: (packet) => entities.sync(packet),
      entity_head_rotation: (packet) => entities.set('head', packet.entityId, (packet.headYaw * 360) / 256),
      entity_velocity: (packet) => entities.set('velocity', packet.entityId, packet.velocity),
      entity_metadata: (packet) => entities.metadata(packet),
      entity_equipment: (packet) => entities.equipment(packet),
      entity_update_attributes: (packet) => entities.attributes(packet),
      entity_effect: (packet) => entities.effect(packet),
      remove_entity_effect: (packet) => entities.effectRemoved(packet),
      set_passengers: (packet) => entities.set('passengers', packet.entityId, packet.passengers),
      animation: (packet) => entities.passing('animation', packet.entityId),
      entity_status: (packet) => entities.passing('status', packet.entityId),
      hurt_animation: (packet) => entities.passing('hurt animation', packet.entityId),
      damage_event: (packet) => entities.passing('damage', packet.entityId),
      entity_sound_effect: (packet) => entities.passing('sound', packet.entityId),
      move_minecart: (packet) => entities.passing('minecart move', packet.entityId),
      collect: (packet) => entities.passing('pick-up', packet.collectedEntityId),

      player_info: (packet) => packet.data.forEach(({ uuid }) => this.#listed.add(uuid)),
      player_remove: (packet) => packet.players.forEach((uuid) => this.#listed.delete(uuid)),
      system_chat: ({ content, isActionBar }) => (isActionBar ? this.actionBars : this.chat).push(plainText(content)),
      player_chat: (packet) => this.#playerChat(packet),
      profileless_chat: (packet) => this.chat.push(`<${plainText(packet.name)}> ${plainText(packet.message)}`),
      action_bar: ({ text }) => this.actionBars.push(plainText(text))
    }
  }

  /** What a client would see now; two clients with equal snapshots see the same world. */
  snapshot () {
    return { epoch: this.epoch, chunks: this.chunks.snapshot(), entities: this.entities.snapshot() }
  }
}
