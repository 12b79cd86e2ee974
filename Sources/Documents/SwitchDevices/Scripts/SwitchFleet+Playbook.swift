extension SwitchFleet {
  static let configuration = ##"""
    [defaults]
    inventory = inventory.yml
    retry_files_enabled = true
    retry_files_save_path = .
    nocows = true

    """##

  static let overSSH = ##"""
    ---
    ansible_connection: ssh
    ansible_become: true

    """##

  static let overWinRM = ##"""
    ---
    ansible_connection: winrm
    ansible_port: 5986

    """##

  /// What may be set; the number of the order comes behind it.
  static let settings = ##"""
    ---
    # How many computers at a time: the pilot first, since the inventory begins with it. Where more than a
    # fifth of a batch fails (max_fail_percentage in the playbook), no further one is begun.
    overstap_batches: [2, 10, "50%"]
    # undo puts back what was before.
    overstap_action: switch

    """##

  /// The plays: for Linux and macOS through `script`, for Windows through `ansible.windows`. What fails
  /// is told by the last task, when the result is fetched already.
  static let playbook = ##"""
    ---
    # Linux and macOS run the shell script, Windows the one of PowerShell. --check only looks. The result of
    # each computer comes to the folder results. Who failed or did not answer stands in playbook.retry:
    # ansible-playbook playbook.yml --limit @playbook.retry
    - name: Products on Linux and macOS
      hosts: linux:macos
      gather_facts: false
      vars_files: [settings.yml]
      serial: "{{ overstap_batches }}"
      max_fail_percentage: 20
      vars:
        overstap_last: "{{ (overstap_run.stdout_lines | default([])) | last | default(overstap_run.msg | default('')) }}"
        overstap_store: "{{ overstap_root | default('') }}/var/lib/overstap-switch/results"
      tasks:
        - name: Run the script
          ansible.builtin.script:
            cmd: >-
              {{ playbook_dir }}/../{{ overstap_action }}.sh
              --host {{ inventory_hostname | quote }} --results {{ overstap_store | quote }}
              {{ '--root ' ~ (overstap_root | quote) if overstap_root is defined else '' }}
              {{ '--dry-run' if ansible_check_mode else '' }}
          register: overstap_run
          check_mode: false
          changed_when: overstap_run.stdout is search(' (switched|undone|left)=[1-9]')
          failed_when: false
        - name: Bring its result
          ansible.builtin.fetch:
            src: "{{ overstap_store }}/overstap-{{ overstap_order }}-{{ inventory_hostname }}.json"
            dest: "{{ playbook_dir }}/results/"
            flat: true
            fail_on_missing: false
          when: not ansible_check_mode
          changed_when: false
        - name: Tell what came of it
          ansible.builtin.assert:
            that:
              - overstap_run.rc is defined
              - overstap_run.rc == 0 or (ansible_check_mode and overstap_run.rc == 1)
              - overstap_run.stdout is search(' failed=0')
            success_msg: "{{ overstap_last }}"
            fail_msg: "{{ overstap_last }}"

    - name: Products on Windows
      hosts: windows
      gather_facts: false
      vars_files: [settings.yml]
      serial: "{{ overstap_batches }}"
      max_fail_percentage: 20
      vars:
        overstap_last: "{{ (overstap_run.stdout_lines | default([])) | last | default(overstap_run.msg | default('')) }}"
        overstap_folder: C:\ProgramData\overstap-switch
      tasks:
        - name: Make the folder for the script
          ansible.windows.win_file:
            path: "{{ overstap_folder }}"
            state: directory
          check_mode: false
          changed_when: false
        - name: Bring the script
          ansible.windows.win_copy:
            src: "{{ playbook_dir }}/../{{ overstap_action }}.ps1"
            dest: '{{ overstap_folder }}\{{ overstap_action }}.ps1'
          check_mode: false
          changed_when: false
        - name: Run the script
          ansible.windows.win_command: >-
            powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass
            -File "{{ overstap_folder }}\{{ overstap_action }}.ps1"
            -HostName "{{ inventory_hostname }}" -Results "{{ overstap_folder }}\results"
            {{ '-WhatIf' if ansible_check_mode else '' }}
          register: overstap_run
          check_mode: false
          changed_when: overstap_run.stdout is search(' (switched|undone|left)=[1-9]')
          failed_when: false
        - name: Bring its result
          ansible.builtin.fetch:
            src: '{{ overstap_folder }}\results\overstap-{{ overstap_order }}-{{ inventory_hostname }}.json'
            dest: "{{ playbook_dir }}/results/"
            flat: true
            fail_on_missing: false
          when: not ansible_check_mode
          changed_when: false
        - name: Tell what came of it
          ansible.builtin.assert:
            that:
              - overstap_run.rc is defined
              - overstap_run.rc == 0 or (ansible_check_mode and overstap_run.rc == 1)
              - overstap_run.stdout is search(' failed=0')
            success_msg: "{{ overstap_last }}"
            fail_msg: "{{ overstap_last }}"

    """##
}
