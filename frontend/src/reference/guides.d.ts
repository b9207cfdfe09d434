declare module 'virtual:guides' {
  /** In the order of the page that they come from. */
  export const guides: readonly { id: string; title: string; html: string }[]
}
