// The contract as the running API tells it: its operations, and whether an answer is as it says.

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

export async function readContract(base) {
  const answer = await fetch(`${base}/api/v1/openapi?format=json`)
  if (!answer.ok) throw new Error(`The contract cannot be read: ${answer.status}`)
  return new Contract(await answer.json())
}

export class Contract {
  constructor(told) {
    this.components = told.components
    this.operations = new Map()
    for (const [path, item] of Object.entries(told.paths)) {
      for (const method of METHODS.filter((one) => item[one])) {
        const { operationId: id, parameters = [], requestBody, responses } = item[method]
        this.operations.set(id, { id, path, method: method.toUpperCase(), parameters, takes: requestBody?.content, responses })
      }
    }
  }

  /** Without references: what is said beside one counts, too. */
  resolved(schema) {
    if (schema.$ref) {
      const [kind, name] = schema.$ref.split('/').slice(-2)
      return this.resolved({ ...this.components[kind][name], ...schema, $ref: undefined })
    }
    if (!schema.allOf) return schema
    return schema.allOf.reduce((all, one) => ({ ...all, ...this.resolved(one) }), { ...schema, allOf: undefined })
  }

  /** Why an answer is none of this operation, in words; empty when it is one. */
  *faults({ responses }, { status, headers, type, body }) {
    const declared = responses[status] ?? (status >= 400 ? responses.default : undefined)
    if (!declared) return yield `${status} is not declared`
    const { content: kinds = {}, headers: wanted = {} } = this.resolved(declared)
    for (const [name, { required }] of Object.entries(wanted)) if (required && !headers[name.toLowerCase()]) yield `${status} has no ${name}`
    if (status >= 400) return yield* this.faultsOfRefusal(status, type, body)
    if (!Object.keys(kinds).length || status === 204 || status === 304) {
      if (body.length) yield `${status} has a body`
      return
    }
    if (!kinds[type]) return yield `${status} is ${type || 'of no type'}, not ${Object.keys(kinds)}`
    if (type === 'application/json') yield* this.faultsOfText(body, kinds[type].schema)
  }

  *faultsOfRefusal(status, type, body) {
    if (type !== 'application/problem+json') return yield `${status} is ${type || 'of no type'}, no problem`
    yield* this.faultsOfText(body, { $ref: '#/components/schemas/Problem' })
  }

  *faultsOfText(body, schema) {
    let value
    try {
      value = JSON.parse(body)
    } catch {
      return yield 'what cannot be read as JSON'
    }
    if (schema) yield* this.faultsOfValue(value, schema, '$', 0)
  }

  *faultsOfValue(value, told, at, depth) {
    if (depth > 12) return
    const schema = this.resolved(told)
    if (value === null) {
      if (!schema.nullable) yield `${at} is null`
    } else if (!isOf(value, schema.type)) {
      yield `${at} is no ${schema.type}`
    } else if (schema.enum && !schema.enum.includes(value)) {
      yield `${at} is none of ${schema.enum}`
    } else if (FORMATS[schema.format] && !FORMATS[schema.format].test(value)) {
      yield `${at} is no ${schema.format}`
    } else if (Array.isArray(value)) {
      for (const one of value.slice(0, 30)) yield* this.faultsOfValue(one, schema.items ?? {}, `${at}[]`, depth + 1)
    } else if (schema.properties) {
      yield* this.faultsOfMembers(value, schema, at, depth)
    }
  }

  *faultsOfMembers(value, { properties, required = [] }, at, depth) {
    for (const name of required) if (!(name in value)) yield `${at}.${name} is missing`
    for (const [name, member] of Object.entries(value)) {
      if (properties[name]) yield* this.faultsOfValue(member, properties[name], `${at}.${name}`, depth + 1)
      else yield `${at}.${name} is not declared`
    }
  }
}

const FORMATS = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
}

function isOf(value, type) {
  switch (type) {
    case 'array': return Array.isArray(value)
    case 'object': return typeof value === 'object' && !Array.isArray(value)
    case 'integer': return Number.isInteger(value)
    case undefined: return true
    default: return typeof value === type
  }
}
