// Text components as they come from the protocol (tagged NBT), as plain text.

/** @returns the component's text, without colours; a translatable one as `key(argument, …)` */
export function plainText (tag) {
  if (tag === undefined || tag === null) return ''
  return render(untagged(tag))
}

function untagged ({ type, value }) {
  switch (type) {
    case 'compound':
      return Object.fromEntries(Object.entries(value).map(([name, tag]) => [name, untagged(tag)]))
    case 'list':
      return value.value.map((element) => untagged({ type: value.type, value: element }))
    default:
      return value
  }
}

function render (component) {
  if (Array.isArray(component)) return component.map(render).join('')
  if (component === null || typeof component !== 'object') return String(component)
  // In a list of mixed types each plain string is boxed in a compound with an empty name.
  if ('' in component) return render(component[''])
  const own = 'translate' in component ? translated(component) : String(component.text ?? '')
  return own + (component.extra ?? []).map(render).join('')
}

function translated ({ translate, with: given = [] }) {
  return `${translate}(${given.map(render).join(', ')})`
}
