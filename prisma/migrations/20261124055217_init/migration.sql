-- CreateTable
CREATE TABLE "File" (
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "assets" JSONB NOT NULL DEFAULT '{}',
    "refused" BOOLEAN NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Diagnostic" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,

    CONSTRAINT "Diagnostic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT,
    "title" TEXT,
    "author" TEXT,
    "language" TEXT,
    "createdAt" TEXT,
    "modifiedAt" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "markdown" TEXT NOT NULL,
    "identity" TEXT NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "Name" (
    "id" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "nodeType" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "arxivId" TEXT,
    "doi" TEXT,

    CONSTRAINT "Name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "status" TEXT NOT NULL,
    "arxivId" TEXT,
    "doi" TEXT,
    "year" INTEGER,
    "month" INTEGER,
    "authors" TEXT[],
    "summary" TEXT,
    "remarks" TEXT[],

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "paperSlug" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "title" TEXT,
    "arxivId" TEXT,
    "doi" TEXT,
    "year" INTEGER,
    "month" INTEGER,
    "authors" TEXT[],
    "markdown" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "remarks" TEXT[],
    "line" INTEGER NOT NULL,
    "endLine" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "paperSlug" TEXT,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT,
    "kind" TEXT NOT NULL,
    "host" TEXT,
    "arxivId" TEXT,
    "doi" TEXT,
    "owner" TEXT,
    "repository" TEXT,
    "resolves" BOOLEAN,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "paperSlug" TEXT,
    "ordinal" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "file" TEXT,
    "alt" TEXT NOT NULL,
    "exists" BOOLEAN,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" INTEGER,
    "sha256" TEXT,
    "mediaType" TEXT,
    "capturedAt" TEXT,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Technique" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,

    CONSTRAINT "Technique_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Block" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "paperSlug" TEXT,
    "aliases" TEXT[],
    "parameters" JSONB NOT NULL,
    "input" JSONB NOT NULL,
    "layers" JSONB NOT NULL,
    "markdown" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "inPaper" TEXT,
    "nodeType" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" TEXT NOT NULL,
    "sourceSlug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetPaper" TEXT,
    "targetTechnique" TEXT,
    "confidence" DOUBLE PRECISION NOT NULL,
    "rule" TEXT NOT NULL,
    "hedged" BOOLEAN NOT NULL,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "relationId" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "cue" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "hedged" BOOLEAN NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IngestRun" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "graphVersion" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "errors" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,

    CONSTRAINT "IngestRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Graph" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "vocabulary" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "Graph_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Diagnostic_path_idx" ON "Diagnostic"("path");

-- CreateIndex
CREATE INDEX "Diagnostic_severity_code_idx" ON "Diagnostic"("severity", "code");

-- CreateIndex
CREATE INDEX "Document_kind_idx" ON "Document"("kind");

-- CreateIndex
CREATE INDEX "Name_nodeType_slug_idx" ON "Name"("nodeType", "slug");

-- CreateIndex
CREATE INDEX "Name_documentPath_idx" ON "Name"("documentPath");

-- CreateIndex
CREATE INDEX "Paper_arxivId_idx" ON "Paper"("arxivId");

-- CreateIndex
CREATE INDEX "Paper_year_month_idx" ON "Paper"("year", "month");

-- CreateIndex
CREATE INDEX "Paper_status_idx" ON "Paper"("status");

-- CreateIndex
CREATE INDEX "Section_paperSlug_idx" ON "Section"("paperSlug");

-- CreateIndex
CREATE INDEX "Section_documentPath_idx" ON "Section"("documentPath");

-- CreateIndex
CREATE INDEX "Link_paperSlug_idx" ON "Link"("paperSlug");

-- CreateIndex
CREATE INDEX "Link_documentPath_idx" ON "Link"("documentPath");

-- CreateIndex
CREATE INDEX "Link_kind_idx" ON "Link"("kind");

-- CreateIndex
CREATE INDEX "Image_paperSlug_idx" ON "Image"("paperSlug");

-- CreateIndex
CREATE INDEX "Image_documentPath_idx" ON "Image"("documentPath");

-- CreateIndex
CREATE INDEX "Image_file_idx" ON "Image"("file");

-- CreateIndex
CREATE INDEX "Technique_documentPath_idx" ON "Technique"("documentPath");

-- CreateIndex
CREATE INDEX "Block_paperSlug_idx" ON "Block"("paperSlug");

-- CreateIndex
CREATE INDEX "Block_documentPath_idx" ON "Block"("documentPath");

-- CreateIndex
CREATE INDEX "Mention_nodeType_slug_idx" ON "Mention"("nodeType", "slug");

-- CreateIndex
CREATE INDEX "Mention_documentPath_idx" ON "Mention"("documentPath");

-- CreateIndex
CREATE INDEX "Mention_inPaper_idx" ON "Mention"("inPaper");

-- CreateIndex
CREATE INDEX "Relation_sourceSlug_kind_idx" ON "Relation"("sourceSlug", "kind");

-- CreateIndex
CREATE INDEX "Relation_targetPaper_kind_idx" ON "Relation"("targetPaper", "kind");

-- CreateIndex
CREATE INDEX "Relation_targetTechnique_kind_idx" ON "Relation"("targetTechnique", "kind");

-- CreateIndex
CREATE INDEX "Relation_kind_idx" ON "Relation"("kind");

-- CreateIndex
CREATE INDEX "Evidence_relationId_idx" ON "Evidence"("relationId");

-- CreateIndex
CREATE INDEX "Evidence_documentPath_idx" ON "Evidence"("documentPath");

-- AddForeignKey
ALTER TABLE "Diagnostic" ADD CONSTRAINT "Diagnostic_path_fkey" FOREIGN KEY ("path") REFERENCES "File"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Name" ADD CONSTRAINT "Name_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Technique" ADD CONSTRAINT "Technique_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_sourceSlug_fkey" FOREIGN KEY ("sourceSlug") REFERENCES "Paper"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_targetPaper_fkey" FOREIGN KEY ("targetPaper") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
