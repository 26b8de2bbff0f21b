import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { ErrorNotice } from "../components/ErrorNotice";
import { SESSION_KEY, signIn } from "./session";

export default function SignIn() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const attempt = useMutation({
    mutationFn: () => signIn(username, password, code),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
  const needsCode = attempt.error instanceof ApiProblem && attempt.error.slug === "totp-required";
  const [codeShown, setCodeShown] = useState(false);
  if (needsCode && !codeShown) setCodeShown(true);
  useEffect(() => {
    document.title = `${t("signIn.title")} · ${t("shell.name")}`;
  }, [t]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <main className="sign-in">
      <Paper component="form" withBorder p="xl" radius="lg" w={360} maw="100%" onSubmit={submit}>
        <Stack gap="md">
          <div>
            <Title order={1}>{t("signIn.title")}</Title>
            <Text size="sm" className="quiet">{t("shell.name")}</Text>
          </div>
          {attempt.error && !(needsCode && !code) && <ErrorNotice error={attempt.error} />}
          <TextInput label={t("signIn.username")} name="username" autoComplete="username" required autoFocus maxLength={64} value={username} onChange={(event) => setUsername(event.currentTarget.value)} />
          <PasswordInput label={t("signIn.password")} name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ "aria-label": t("signIn.show") }} />
          {codeShown && (
            <TextInput label={t("signIn.code")} description={t("signIn.codeHint")} name="otp" autoComplete="one-time-code" inputMode="numeric" maxLength={16} autoFocus value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          )}
          <Button type="submit" loading={attempt.isPending} fullWidth>{t("signIn.submit")}</Button>
        </Stack>
      </Paper>
    </main>
  );
}
