-- DropIndex
DROP INDEX "Name_nodeType_slug_idx";

-- DropIndex
DROP INDEX "Section_paperSlug_idx";

-- AlterTable
ALTER TABLE "Graph" DROP COLUMN "fingerprint";

-- CreateIndex
CREATE INDEX "Name_nodeType_slug_source_documentPath_idx" ON "Name"("nodeType", "slug", "source", "documentPath");

-- CreateIndex
CREATE INDEX "Section_paperSlug_documentPath_ordinal_idx" ON "Section"("paperSlug", "documentPath", "ordinal");
