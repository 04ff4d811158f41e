/** What is used of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown)
    format(format: 'bibtex'): string
  }
  export const plugins: {
    config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } } }
    input: { chain(text: string, options: { target: string }): unknown }
  }
}
declare module '@citation-js/plugin-bibtex'
