# Completion for fish. The program itself says what can follow, so this never grows old.
function __complaintmailer_answers
    set -l line (commandline -cp)
    complaintmailer "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c complaintmailer -a '(__complaintmailer_answers)'
