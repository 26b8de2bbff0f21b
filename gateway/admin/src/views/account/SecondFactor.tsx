import { Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { ErrorNotice } from "../../components/ErrorNotice";
import { QrCode } from "./QrCode";

type Step = "closed" | "prove" | "setUp" | "remove";

/** Whether there is one the server does not tell, so both ways are offered; it refuses what does not fit. */
export function SecondFactor() {
  const { t } = useTranslation("account");
  const [step, setStep] = useState<Step>("closed");
  const [uri, setUri] = useState("");
  const close = (): void => setStep("closed");
  const start = async ({ password }: Typed): Promise<void> => {
    setUri((await call(api.POST("/api/admin/me/totp", { body: { password } }))).uri);
    setStep("setUp");
  };
  const done = (): void => {
    close();
    notifications.show({ message: t("app:dialog.saved") });
  };
  const confirm = ({ code }: Typed) => call(api.POST("/api/admin/me/totp/confirm", { body: { code } })).then(done);
  const remove = (body: Typed) => call(api.DELETE("/api/admin/me/totp", { body })).then(done);
  return (
    <section className="card pad">
      <h2 className="card-title">{t("factor.title")}</h2>
      <Stack gap="sm">
        <Text size="sm">{t("factor.text")}</Text>
        {step === "closed" && (
          <Group gap="xs">
            <Button size="xs" onClick={() => setStep("prove")}>{t("factor.setUp")}</Button>
            <Button size="xs" variant="default" onClick={() => setStep("remove")}>{t("factor.remove")}</Button>
          </Group>
        )}
        {step === "prove" && <Proof key={step} asks={["password"]} submit={t("factor.setUp")} send={start} onCancel={close} />}
        {step === "setUp" && (
          <>
            <Text size="sm">{t("factor.scan")}</Text>
            <QrCode text={uri} label={t("factor.qr")} />
            <Text size="xs" className="quiet">{t("factor.secret")} <span className="mono ink" data-testid="secret">{new URL(uri).searchParams.get("secret")}</span></Text>
            <Proof key={step} asks={["code"]} submit={t("factor.confirm")} send={confirm} onCancel={close} />
          </>
        )}
        {step === "remove" && <Proof key={step} asks={["password", "code"]} submit={t("factor.remove")} send={remove} onCancel={close} />}
      </Stack>
    </section>
  );
}

interface Typed {
  password: string;
  code: string;
}

interface ProofProps {
  asks: readonly (keyof Typed)[];
  submit: string;
  send: (typed: Typed) => Promise<void>;
  onCancel: () => void;
}

function Proof({ asks, submit, send, onCancel }: ProofProps) {
  const { t } = useTranslation("account");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const sending = useMutation({ mutationFn: () => send({ password, code: code.trim() }) });
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  const complete = asks.every((what) => (what === "password" ? password : /^\d{6}$/.test(code.trim())));
  return (
    <Stack component="form" gap="sm" onSubmit={onSubmit}>
      {asks.includes("password") && <PasswordInput label={t("password.current")} required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ "aria-label": t("app:signIn.show") }} />}
      {asks.includes("code") && <TextInput label={t("app:signIn.code")} description={t("app:signIn.codeHint")} required inputMode="numeric" autoComplete="one-time-code" maxLength={6} maw={220} value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
      {sending.error && <ErrorNotice error={sending.error} />}
      <Group gap="xs">
        <Button size="xs" type="submit" loading={sending.isPending} disabled={!complete}>{submit}</Button>
        <Button size="xs" variant="default" onClick={onCancel}>{t("app:dialog.cancel")}</Button>
      </Group>
    </Stack>
  );
}
