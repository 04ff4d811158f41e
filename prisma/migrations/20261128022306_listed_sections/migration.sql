-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT false;
