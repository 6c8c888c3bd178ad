// What `init` writes an office with.
export { writeOffice, type OfficeDraft } from "../read/write-office.ts";
