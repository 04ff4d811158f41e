-- CreateTable
CREATE TABLE "Claim" (
    "slug" TEXT NOT NULL,
    "paperSlug" TEXT,
    "quote" TEXT,
    "source" TEXT,
    "spec" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "condition" TEXT,
    "reason" TEXT NOT NULL,
    "margin" DOUBLE PRECISION,
    "checks" TEXT NOT NULL,
    "quotePath" TEXT,
    "quoteLine" INTEGER,
    "quoteColumn" INTEGER,
    "quoteStart" INTEGER,
    "markdown" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Hardware" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "peak" TEXT NOT NULL,
    "bandwidth" DOUBLE PRECISION NOT NULL,
    "overhead" DOUBLE PRECISION NOT NULL,
    "sources" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "documentPath" TEXT NOT NULL,

    CONSTRAINT "Hardware_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "ClaimEvent" (
    "id" TEXT NOT NULL,
    "claimSlug" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT NOT NULL,
    "condition" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ClaimEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Claim_paperSlug_idx" ON "Claim"("paperSlug");

-- CreateIndex
CREATE INDEX "Claim_documentPath_idx" ON "Claim"("documentPath");

-- CreateIndex
CREATE INDEX "Claim_verdict_idx" ON "Claim"("verdict");

-- CreateIndex
CREATE INDEX "Hardware_documentPath_idx" ON "Hardware"("documentPath");

-- CreateIndex
CREATE INDEX "ClaimEvent_claimSlug_idx" ON "ClaimEvent"("claimSlug");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_paperSlug_fkey" FOREIGN KEY ("paperSlug") REFERENCES "Paper"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hardware" ADD CONSTRAINT "Hardware_documentPath_fkey" FOREIGN KEY ("documentPath") REFERENCES "Document"("path") ON DELETE CASCADE ON UPDATE CASCADE;
