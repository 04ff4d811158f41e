import type { CodegenConfig } from '@graphql-codegen/cli'

const rows = [
  'Claim',
  'ClaimEvent',
  'Diagnostic',
  'Evidence',
  'Hardware',
  'Image',
  'IngestRun',
  'Link',
  'Mention',
  'Paper',
  'Relation',
  'Section',
  'Technique',
]

export default {
  schema: 'src/schema/*.graphql',
  generates: {
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../resolvers/context.ts#Context',
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        scalars: { LocalDateTime: 'string', DateTime: 'Date', JSON: 'unknown', Count: 'number | bigint', ID: 'string' },
        mappers: {
          ...Object.fromEntries(rows.map((name) => [name, `./prisma/client.ts#${name} as ${name}Row`])),
          RelationTarget: '../resolvers/relation-target.ts#Target',
          Block: './prisma/client.ts#Architecture as ArchitectureRow',
          Model: './prisma/client.ts#Architecture as ArchitectureRow',
          CheckedClaim: '../resolvers/claim.ts#CheckedClaimValue',
          ClaimCheck: '../resolvers/claim.ts#CheckOf',
          ClaimPoint: '../compute/claims/check.ts#Row as ClaimRowValue',
          ClaimFormula: '../resolvers/claim.ts#FormulaOf',
          Roofline: '../resolvers/roofline.ts#RooflineOf',
          CostDelta: '../resolvers/cost-delta.ts#CostDeltaOf',
          Cost: '../resolvers/costing.ts#Costing',
          Layer: '../resolvers/costing.ts#LayerRow',
          Note: './prisma/client.ts#Document as DocumentRow',
          Lineage: '../store/traverse.ts#LineageRows',
          Graph: '../store/traverse.ts#GraphRows',
          Path: '../store/traverse.ts#GraphRows',
        },
      },
    },
  },
} satisfies CodegenConfig
