#compdef complaintmailer
# Completion for zsh. The program itself says what can follow, so this never grows old.
_complaintmailer() {
  local line="${(j: :)words[1,CURRENT]}"
  local -a answers
  answers=(${(f)"$(complaintmailer "[suggest:${#line}]" "$line" 2>/dev/null)"})
  compadd -- $answers || _files
}
# Loaded by itself at the first completion, or sourced.
if [ "$funcstack[1]" = _complaintmailer ]; then _complaintmailer "$@"; else compdef _complaintmailer complaintmailer; fi
