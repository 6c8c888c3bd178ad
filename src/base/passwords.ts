/** Where a password stands in the address of a database: `user:password@`, or `password=`. No honest one is longer; taken for a path it has lost a slash. */
const FORMS = [
  /(postgres(?:ql)?:\/{1,2}[^\s:/"']{0,100}:)([^\s"']{1,200})(?=@)/giu,
  /([?&]password=)([^\s&"'#]{1,200})/giu,
];

/** The same text, as long as before, with stars for the passwords in addresses of databases. */
export function maskPasswords(text: string): string {
  if (!text.includes(":/")) return text;
  return FORMS.reduce(
    (masked, form) => masked.replace(form, (_, head: string, secret: string) => head + "*".repeat(secret.length)),
    text,
  );
}
