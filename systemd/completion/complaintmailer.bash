# Completion for bash. The program itself says what can follow, so this never grows old.
_complaintmailer() {
  local line=${COMP_LINE:0:COMP_POINT} answers
  answers=$(complaintmailer "[suggest:${#line}]" "$line" 2>/dev/null) || return
  mapfile -t COMPREPLY < <(compgen -W "$answers" -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _complaintmailer complaintmailer
