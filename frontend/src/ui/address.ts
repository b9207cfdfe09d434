/** This page's address as others open it: without the frame in which it may stand on another site. */
export const ownAddress = (): string => location.href.replace(`${location.origin}/cadre/`, `${location.origin}/`)
