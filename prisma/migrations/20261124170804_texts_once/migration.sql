-- What a section says stands in its document's markdown: it is stored there alone.
ALTER TABLE "Section" DROP COLUMN "markdown",
ALTER COLUMN "text" DROP NOT NULL,
ADD COLUMN "bodyStart" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Section" ALTER COLUMN "bodyStart" DROP DEFAULT;

-- Every note is read again, so that each section gets its place.
ALTER TABLE "Graph" RENAME COLUMN "vocabulary" TO "rules";
UPDATE "Graph" SET "rules" = '';

-- Long texts are stored as they are: to compress them takes half of the time of a first ingest.
ALTER TABLE "Document" ALTER COLUMN "markdown" SET STORAGE EXTERNAL, ALTER COLUMN "identity" SET STORAGE EXTERNAL;
ALTER TABLE "Section" ALTER COLUMN "text" SET STORAGE EXTERNAL, ALTER COLUMN "summary" SET STORAGE EXTERNAL;
ALTER TABLE "Paper" ALTER COLUMN "summary" SET STORAGE EXTERNAL;
