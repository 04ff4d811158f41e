import { GraphQLScalarType } from 'graphql'

/** Whole numbers of any size: a JSON number where it is exact as one, its digits beyond. */
export const Count = new GraphQLScalarType<number | bigint, number | string>({
  name: 'Count',
  serialize(value) {
    if (typeof value === 'bigint') return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw new TypeError(`a count is a whole number, got ${String(value)}`)
  },
})
