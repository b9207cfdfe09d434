/** The contract as the running API tells it (OpenAPI 3.0), as far as the reference shows it. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  description?: string
  enum?: (string | number)[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  allOf?: Schema[]
  additionalProperties?: Schema | boolean
  nullable?: boolean
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header' | 'cookie'
  required?: boolean
  description?: string
  schema?: Schema
}

type Content = Record<string, { schema?: Schema }>

export interface Header {
  $ref?: string
  description?: string
}

export interface Told {
  operationId: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Content; required?: boolean }
  responses: Record<string, { $ref?: string; description?: string; content?: Content; headers?: Record<string, Header> }>
  security?: Record<string, string[]>[]
  'x-roles'?: string[]
  'x-problems'?: string[]
}

export interface Contract {
  info: { title: string; version: string; description?: string }
  components: {
    schemas: Record<string, Schema>
    headers?: Record<string, Header>
    securitySchemes: { system: { flows: { clientCredentials: { tokenUrl: string; scopes: Record<string, string> } } } }
  }
  paths: Record<string, Record<string, unknown>>
  'x-problems': string[]
}

export interface Operation extends Told {
  method: string
  path: string
  /** What another system needs; null: it needs nothing, or cannot. */
  scope: string | null
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** By tag, in the order of the alphabet. */
export function byTag(contract: Contract): Map<string, Operation[]> {
  const found = new Map<string, Operation[]>()
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of METHODS) {
      const told = item[method] as Told | undefined
      if (!told) continue
      const tag = told.tags?.[0] ?? ''
      const shared = (item.parameters ?? []) as Parameter[]
      const operation = { ...told, parameters: [...shared, ...(told.parameters ?? [])], method: method.toUpperCase(), path, scope: scopeOf(told) }
      found.set(tag, [...(found.get(tag) ?? []), operation])
    }
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)))
}

function scopeOf({ security }: Told): string | null {
  return security?.find((way) => way.system)?.system?.[0] ?? null
}

/** An address that is safe in a path: "open data" is `open-data`. */
export const slugOf = (tag: string): string => tag.replaceAll(' ', '-')

export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** What is said of a header; of most it is said once, for all operations. */
export const toldOf = ({ $ref, description }: Header, { components }: Contract): string | undefined =>
  $ref ? components.headers?.[nameOf($ref)]?.description : description

/** Without references; what stands beside one counts, too. */
export function resolved(schema: Schema, contract: Contract): Schema {
  if (schema.$ref) {
    const { $ref, ...beside } = schema
    return resolved({ ...contract.components.schemas[nameOf($ref)], ...beside }, contract)
  }
  if (!schema.allOf) return schema
  const { allOf, ...beside } = schema
  return allOf.reduce<Schema>((all, one) => ({ ...resolved(one, contract), ...all }), beside)
}

/** Its type in a few words: `array of Slot`, `string (date-time)`. */
export function typeOf(schema: Schema): string {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref
  if (ref) return nameOf(ref)
  if (schema.type === 'array') return `array of ${typeOf(schema.items ?? {})}`
  return [schema.type ?? 'any', schema.format && `(${schema.format})`].filter(Boolean).join(' ')
}

/** The limits that a value is held to, as the contract writes them. */
export function limitsOf(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, pattern } = schema
  return [
    minimum !== undefined && `≥ ${minimum}`,
    maximum !== undefined && `≤ ${maximum}`,
    minLength !== undefined && `length ≥ ${minLength}`,
    maxLength !== undefined && `length ≤ ${maxLength}`,
    pattern !== undefined && `pattern ${pattern}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter((one) => one !== false)
}

/** The body of an answer or a request: its media type and its schema. */
export function bodyOf(content?: Content): { type: string; schema: Schema } | null {
  const [first] = Object.entries(content ?? {})
  return first ? { type: first[0], schema: first[1].schema ?? {} } : null
}

/** Whose properties are worth a table: an object's, or those of what a list has. */
export function shownOf(schema: Schema, contract: Contract): Schema | null {
  const whole = resolved(schema, contract)
  const inner = whole.type === 'array' && whole.items ? resolved(whole.items, contract) : whole
  return inner.properties ? inner : null
}
