// The queue's addresses are being added to the contract; until they are there, their types are those of model.ts.
type Call = (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>

export interface Loose {
  GET: Call
  POST: Call
  PUT: Call
  DELETE: Call
}
