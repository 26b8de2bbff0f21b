/** A refusal of the API, in the one form in which it writes them. */
export interface FieldError {
  loc: string[];
  msg: string;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    message: string,
    readonly fields: FieldError[],
    readonly traceId: string,
    readonly extra: Record<string, unknown>,
  ) {
    super(message);
  }

  /** What is said about one field of the request body. */
  field(name: string): string | undefined {
    return this.fields.find((error) => error.loc.at(-1) === name)?.msg;
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  let wire: Record<string, unknown> = {};
  try {
    wire = JSON.parse(text) as Record<string, unknown>;
  } catch {
    // A proxy in front of the gateway may answer with a page of its own.
  }
  const fields = Array.isArray(wire["detail"]) ? (wire["detail"] as FieldError[]) : [];
  const message =
    typeof wire["detail"] === "string"
      ? wire["detail"]
      : fields.map((error) => `${error.loc.slice(1).join(".")}: ${error.msg}`).join("\n");
  return new ApiProblem(
    response.status,
    String(wire["type"] ?? "").replace("urn:owc:problem:", ""),
    String(wire["title"] ?? response.statusText),
    message || response.statusText,
    fields,
    String(wire["trace_id"] ?? response.headers.get("x-request-id") ?? ""),
    wire,
  );
}
