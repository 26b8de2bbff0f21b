import { Checkbox, FileInput, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { APP_HEADER, withQuery, type Schemas } from "../../api/client";
import { keepDigits } from "../../api/exact";
import { problemOf } from "../../api/problem";
import { MoneyDialog } from "../../components/MoneyDialog";

const FORMATS = ["csv", "xlsx", "openrouter", "litellm"] as const;
export type Imported = Schemas["Imported"];

/** Reads a file of prices. It changes nothing: it makes proposals, which somebody then decides on. */
export function ImportDialog({ onClose, onDone }: { onClose: () => void; onDone: (imported: Imported) => void }) {
  const { t } = useTranslation("models");
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState("csv");
  const [mode, setMode] = useState("");
  const [unknown, setUnknown] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const send = async ({ key, signal }: { key: string; signal: AbortSignal }): Promise<void> => {
    const path = withQuery("/api/credits/models/import", { format, price_mode: mode, include_unknown: String(unknown) });
    const headers = { ...APP_HEADER, "Idempotency-Key": key, "Content-Type": "application/octet-stream" };
    const response = await upload(path, file, headers, signal, setSent).finally(() => setSent(null));
    if (!response.ok) throw await problemOf(response);
    onDone(JSON.parse(keepDigits(await response.text())) as Imported);
  };
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    if (chosen?.name.endsWith(".xlsx")) setFormat("xlsx");
    if (chosen?.name.endsWith(".csv")) setFormat("csv");
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("import.title")} submit={t("import.submit")} done={t("import.done")} stopped={t("import.stopped")} send={send} ready={file !== null} reason="none" changes={[["proposals"]]}>
      <Text size="sm">{t("import.text")}</Text>
      <FileInput label={t("import.file")} placeholder={t("import.choose")} required value={file} onChange={choose} />
      <NativeSelect label={t("import.format")} value={format} onChange={(event) => setFormat(event.currentTarget.value)} data={FORMATS.map((value) => ({ value, label: t(`import.${value}`) }))} />
      <NativeSelect label={t("currency")} value={mode} onChange={(event) => setMode(event.currentTarget.value)} data={[{ value: "", label: t("import.usual") }, { value: "credits", label: t("credits") }, { value: "usd", label: t("usd") }]} />
      <Checkbox size="sm" label={t("import.unknown")} checked={unknown} onChange={(event) => setUnknown(event.currentTarget.checked)} />
      {sent !== null && (
        <label className="progress" role="status">
          {t(sent < 1 ? "import.sending" : "import.reading")}
          <progress {...(sent < 1 ? { value: sent } : {})} />
        </label>
      )}
    </MoneyDialog>
  );
}

/** As fetch, but it tells how much has been sent: large files take a while on a slow line. */
function upload(path: string, file: File | null, headers: Record<string, string>, signal: AbortSignal, tell: (part: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => tell(total ? loaded / total : 1);
    request.upload.onload = () => tell(1);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status, headers: { "content-type": request.getResponseHeader("content-type") ?? "" } }));
    request.onerror = () => reject(new TypeError("Failed to fetch"));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    tell(0);
    request.send(file);
  });
}
