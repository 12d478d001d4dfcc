// The entities that a client knows, with their state as the vanilla client has it.
import minecraftData from 'minecraft-data'
import { VERSION } from './protocol.mjs'
import { bits, degrees, moved } from './position.mjs'

const PLAYER = minecraftData(VERSION).entitiesByName.player.id

/** Entities by id. What is told about an entity that the client does not know is an orphan. */
export class Entities {
  #known = new Map()
  #own
  #orphans

  constructor (orphans) {
    this.#orphans = orphans
  }

  /** The client's own player, which no packet spawns. */
  own (id) {
    this.#own = id
    this.#known.set(id, blank({ entityId: id, type: -1, objectUUID: '' }))
  }

  spawn (packet) {
    if (this.#known.has(packet.entityId)) this.#orphans.add(`second spawn of entity ${packet.entityId}`)
    const entity = blank(packet)
    Object.assign(entity, { position: place(packet), yaw: degrees(packet.yaw), pitch: degrees(packet.pitch) })
    Object.assign(entity, { head: degrees(packet.headPitch), velocity: packet.velocity })
    this.#known.set(packet.entityId, entity)
  }

  remove (ids) {
    for (const id of ids) if (!this.#known.delete(id)) this.#orphans.add(`removal of unknown entity ${id}`)
  }

  move (packet) {
    const entity = this.#entity('move', packet.entityId)
    if (!entity) return
    entity.position = moved(entity.position, packet)
    entity.onGround = packet.onGround
  }

  look (packet) {
    const entity = this.#entity('look', packet.entityId)
    if (!entity) return
    Object.assign(entity, { yaw: degrees(packet.yaw), pitch: degrees(packet.pitch), onGround: packet.onGround })
  }

  /** An absolute position with velocity and angles in degrees. */
  sync (packet) {
    const entity = this.#entity('position', packet.entityId)
    if (!entity) return
    const velocity = { x: packet.dx, y: packet.dy, z: packet.dz }
    const { yaw, pitch, onGround } = packet
    Object.assign(entity, { position: place(packet), velocity, yaw, pitch, onGround })
  }

  set (what, id, value) {
    const entity = this.#entity(what, id)
    if (entity) entity[what] = value
  }

  metadata ({ entityId, metadata }) {
    const entity = this.#entity('metadata', entityId)
    for (const { key, type, value } of metadata) entity?.metadata.set(key, { type, value })
  }

  equipment ({ entityId, equipments }) {
    const entity = this.#entity('equipment', entityId)
    for (const { slot, item } of equipments) entity?.equipment.set(slot, item)
  }

  attributes ({ entityId, properties }) {
    const entity = this.#entity('attributes', entityId)
    for (const { key, value, modifiers } of properties) entity?.attributes.set(key, { value, modifiers })
  }

  effect (packet) {
    this.#entity('effect', packet.entityId)?.effects.set(packet.effectId, packet.amplifier)
  }

  effectRemoved ({ entityId, effectId }) {
    this.#entity('end of effect', entityId)?.effects.delete(effectId)
  }

  /** Something that passes and leaves no state: an animation, a status, a sound. */
  passing (what, id) {
    this.#entity(what, id)
  }

  has (id) {
    return this.#known.has(id)
  }

  isCreature (id) {
    const entity = this.#known.get(id)
    return entity !== undefined && id !== this.#own && entity.type !== PLAYER
  }

  clear () {
    this.#known.clear()
    if (this.#own !== undefined) this.own(this.#own)
  }

  get size () {
    return this.#known.size
  }

  /** The others, players included, by id, each with its position's bits. */
  snapshot () {
    const others = [...this.#known].filter(([id]) => id !== this.#own).sort(([a], [b]) => a - b)
    return Object.fromEntries(others.map(([id, entity]) => [id, { ...describe(entity), creature: this.isCreature(id) }]))
  }

  #entity (what, id) {
    const entity = this.#known.get(id)
    if (!entity) this.#orphans.add(`${what} of unknown entity ${id}`)
    return entity
  }
}

function blank ({ type, objectUUID }) {
  return {
    type,
    uuid: objectUUID,
    position: { x: 0, y: 0, z: 0 },
    yaw: 0,
    pitch: 0,
    head: 0,
    onGround: false,
    velocity: { x: 0, y: 0, z: 0 },
    metadata: new Map(),
    equipment: new Map(),
    attributes: new Map(),
    effects: new Map(),
    passengers: []
  }
}

function place ({ x, y, z }) {
  return { x, y, z }
}

function describe (entity) {
  const { x, y, z } = entity.position
  const described = { ...entity, position: [x, y, z], bits: [bits(x), bits(y), bits(z)].join(' ') }
  for (const name of ['metadata', 'equipment', 'attributes', 'effects']) {
    described[name] = Object.fromEntries([...entity[name]].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return described
}
