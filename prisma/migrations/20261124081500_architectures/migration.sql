-- The database is an index of the content: what was read before is read again, into the new tables.
DELETE FROM "Document";
DELETE FROM "File";
DELETE FROM "Paper";
UPDATE "Graph" SET vocabulary = '';

-- DropForeignKey
ALTER TABLE "Block" DROP CONSTRAINT "Block_documentPath_fkey";

-- DropForeignKey
ALTER TABLE "Block" DROP CONSTRAINT "Block_paperSlug_fkey";

-- DropTable
DROP TABLE "Block";

-- CreateTable
CREATE TABLE "Architecture" (
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "paperSlug" TEXT,
    "aliases" TEXT[],
    "spec" TEXT NOT NULL,
    "uses" TEXT[],
    "markdown" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,

    CONSTRAINT "Architecture_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "Architecture_paperSlug_idx" ON "Architecture"("paperSlug");

-- CreateIndex
CREATE INDEX "Architecture_documentPath_idx" ON "Architecture"("documentPath");

-- AddForeignKey
ALTER TABLE "Architecture" ADD CONSTRAINT "Architecture_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Architecture" ADD CONSTRAINT "Architecture_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;
